using Gci.Editions.Methodology;
using Gci.Editions.Yaml;

namespace Gci.Editions;

/// <summary>Where the files of one edition lie. A file may say <c>same-as: "2024"</c> and so stand for that edition's file.</summary>
internal sealed record EditionFiles(DefinitionFolder Root, string Id)
{
    private const string SameAs = "same-as";

    internal DefinitionFolder Methodology => Root.Folder("methodology").Folder(Id);

    internal SourceFile Checksums => Methodology.File(Gci.Editions.Checksums.FileName);

    internal DefinitionFolder Questionnaire(string id) => Root.Folder("questionnaires").Folder(id);

    /// <summary>A file of this edition, or the file of the edition that it names; null with the reason among the problems.</summary>
    internal MapReader? Read(string name, Problems problems)
    {
        var own = YamlFile.Read(Methodology.File(name), problems);
        if (own is null || !own.Has(SameAs))
        {
            return own;
        }

        var other = new EditionFiles(Root, own.Text(SameAs));
        own.Text("source");
        own.Done();
        if (!other.Methodology.File(name).Exists || other.Id == Id)
        {
            own.Problem(SameAs, $"There is no {other.Methodology.File(name).Name} to take this from.");
            return null;
        }

        var taken = YamlFile.Read(other.Methodology.File(name), problems);
        if (taken is not null && taken.Has(SameAs))
        {
            own.Problem(SameAs, $"{other.Methodology.File(name).Name} is itself taken from elsewhere; name the edition it comes from.");
            return null;
        }

        return taken;
    }

    /// <summary>All files that define the edition, without translations, which change no score, and without the checksums themselves.</summary>
    internal IReadOnlyList<SourceFile> All(Frame frame)
    {
        var folders = new List<DefinitionFolder> { Methodology, Methodology.Folder("weights"), Methodology.Folder("ballots") };
        if (frame.Questionnaire is { Length: > 0 } questionnaire)
        {
            folders.Add(Questionnaire(questionnaire));
        }

        var own = folders.SelectMany(folder => folder.Names("*").Where(name => name != Gci.Editions.Checksums.FileName).Select(folder.File));
        return [.. own.Concat(Taken()).DistinctBy(file => file.Name)];
    }

    private IEnumerable<SourceFile> Taken()
    {
        var silent = new Problems();
        foreach (var name in Methodology.YamlFiles())
        {
            if (YamlFile.Read(Methodology.File(name), silent) is { } map && map.OptionalText(SameAs) is { Length: > 0 } other)
            {
                var taken = new EditionFiles(Root, other).Methodology.File(name);
                if (taken.Exists)
                {
                    yield return taken;
                }
            }
        }
    }
}
