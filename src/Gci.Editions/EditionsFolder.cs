using System.Collections.Immutable;
using Gci.Editions.Methodology;
using Gci.Editions.Translations;
using Gci.Editions.Yaml;
using Gci.Scoring.Elicitation;

namespace Gci.Editions;

/// <summary>A root that holds <c>questionnaires/</c> and <c>methodology/</c>: the one door through which definitions come in.</summary>
/// <param name="drafted">
/// Texts that are read as if they lay below the root, in place of what lies there, by their names in problems such as <c>questionnaires/2028/legal.yaml</c>.
/// </param>
public sealed class EditionsFolder(string root, ImmutableSortedDictionary<string, string> drafted)
{
    /// <summary>The definitions as they lie on disk.</summary>
    public EditionsFolder(string root)
        : this(root, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal))
    {
    }

    /// <summary>The editions that have a methodology, in ordinal order.</summary>
    public IReadOnlyList<string> Ids => [.. Methodology.Folders().Where(name => name != "schema")];

    private DefinitionFolder Methodology => Root.Folder("methodology");

    private DefinitionFolder InterfaceFolder => Root.Folder("questionnaires").Folder("interface");

    internal DefinitionFolder Root => new(root, "", drafted);

    /// <summary>Reads one edition; null with every reason among the problems.</summary>
    public Edition? Load(string id, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return Load(id, problems, new(StringComparer.Ordinal));
    }

    /// <summary>Reads one edition and holds its codes against those of others, as <see cref="Check"/> does.</summary>
    /// <param name="others">The others as they were read.</param>
    internal Edition? LoadAmongOthers(string id, Dictionary<string, (Edition? Edition, Problems Problems)> others, Problems problems)
    {
        var found = new Problems();
        (string, Edition?)[] known = [.. others.Select(other => (other.Key, other.Value.Edition))];
        var edition = Load(id, problems, others);
        CodesOfEditions.Check(Root, [.. known.OrderBy(other => other.Item1, StringComparer.Ordinal), (id, edition)], found);
        problems.Add(found);
        return found.Any ? null : edition;
    }

    /// <summary>Reads editions, each once, with their problems.</summary>
    internal Dictionary<string, (Edition? Edition, Problems Problems)> LoadAll(IEnumerable<string> ids)
    {
        var loaded = new Dictionary<string, (Edition? Edition, Problems Problems)>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            Load(id, new(), loaded);
        }

        return loaded;
    }

    /// <summary>The folder with texts laid over it and over those that are laid over it already.</summary>
    internal EditionsFolder With(IEnumerable<KeyValuePair<string, string>> texts) => new(root, drafted.SetItems(texts));

    /// <summary>The sentences of pages, workbooks and mails, by language.</summary>
    public ImmutableDictionary<string, InterfaceTexts> Interface(Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return InterfaceTextsReader.Read(InterfaceFolder, problems);
    }

    /// <summary>How far the sentences of pages, workbooks and mails are translated.</summary>
    public TranslationCatalogue InterfaceTranslations(Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return InterfaceTextsReader.Catalogue(InterfaceFolder, problems);
    }

    /// <summary>How far an edition is translated; null where it asks nothing, or with the reasons among the problems.</summary>
    public TranslationCatalogue? Translations(string id, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var loaded = new Dictionary<string, (Edition? Edition, Problems Problems)>(StringComparer.Ordinal);
        return Load(id, problems, loaded) is { QuestionnaireId: { } questionnaire } edition
            ? EditionTranslations.Read(edition, edition.Migration is { } migration ? loaded[migration.DerivedFrom].Edition : null, new EditionFiles(Root, id).Questionnaire(questionnaire), problems)
            : null;
    }

    /// <summary>Every problem of all editions, and of editions with each other.</summary>
    public Problems Check()
    {
        var problems = new Problems();
        if (Ids.Count == 0)
        {
            problems.Add("methodology", 1, $"There is no edition in {root}; it must hold questionnaires/ and methodology/EDITION/pillars.yaml.");
        }

        var loaded = new Dictionary<string, (Edition? Edition, Problems Problems)>(StringComparer.Ordinal);
        CodesOfEditions.Check(Root, [.. Ids.Select(id => (id, Load(id, problems, loaded)))], problems);
        Interface(problems);
        return problems;
    }

    /// <summary>The checksums that freeze an edition, and the file they belong into; null where the edition has problems.</summary>
    public (string Path, string Content)? Freeze(string id, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var found = new Problems();
        var files = new EditionFiles(Root, id);
        if (!Ids.Contains(id) || YamlFile.Read(files.Methodology.File("pillars.yaml"), found) is not { } map)
        {
            Load(id, problems);
            return null;
        }

        var all = files.All(Frame.Read(map, id, MethodText.Read(files.Methodology.File("method.md"), found)));
        var content = Checksums.Lines(all);
        problems.Add(found);
        return found.Any ? null : (files.Checksums.Path, content);
    }

    /// <summary>Path and content of the weight files that an edition's ballots give; null with the reasons among the problems.</summary>
    public IReadOnlyList<(string Path, string Content)>? WeightsFromBallots(string id, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (!Ids.Contains(id))
        {
            Load(id, problems);
            return null;
        }

        return WeightFiles.FromBallots(new(Root, id), problems);
    }

    /// <summary>The ballots kept beside an edition's weights, by expert; none where it has none.</summary>
    public ImmutableArray<Ballot> Ballots(string id, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return [.. BallotsReader.Read(new EditionFiles(Root, id).Methodology.Folder("ballots"), problems)];
    }

    /// <param name="loaded">Editions read so far with their problems, or being read (neither), so that none is read twice and a circle ends.</param>
    private Edition? Load(string id, Problems problems, Dictionary<string, (Edition? Edition, Problems Problems)> loaded)
    {
        if (!Ids.Contains(id))
        {
            problems.Add("methodology", 1, Ids.Count == 0
                ? $"There is no edition in {root}; it must hold questionnaires/ and methodology/EDITION/pillars.yaml."
                : $"There is no edition {id}; there are {string.Join(", ", Ids)}.");
            return null;
        }

        if (!loaded.TryGetValue(id, out var read))
        {
            loaded[id] = (null, new());
            var found = new Problems();
            read = (new EditionReader(new(Root, id), Countries(found), earlier => Load(earlier, found, loaded), found).Read(), found);
            loaded[id] = read;
        }

        problems.Add(read.Problems);
        return read.Edition;
    }

    private ImmutableSortedDictionary<string, Country> Countries(Problems problems) =>
        CountriesReader.Read(Methodology.File("countries.yaml"), problems);
}
