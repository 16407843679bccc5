using System.Text;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Reports.Questionnaires.Reading;

/// <summary>What labels of options, kinds of evidence and names of countries mean, in whichever language they are.</summary>
internal sealed class KnownLabels
{
    private readonly Wording[] _wordings;
    private readonly Lazy<Dictionary<string, string>> _kinds;
    private readonly Lazy<Dictionary<string, string>> _countries;

    /// <param name="language">The language of the copy; its labels go first where another language has the same for something else.</param>
    internal KnownLabels(Edition edition, string language)
    {
        var languages = Languages.All.OrderByDescending(other => other == language).ToArray();
        _wordings = [.. languages.Select(edition.In)];
        var kinds = edition.Questionnaire!.EvidenceKinds;
        _kinds = new(() => Map([.. _wordings.SelectMany(wording => kinds.Select(kind => (wording.EvidenceKind(kind).Text, kind.Code))), .. kinds.Select(kind => (kind.Code, kind.Code))]));
        _countries = new(() => Map(
        [
            .. languages.SelectMany(other => edition.Countries.Values.Select(country => (country.NameIn(other), country.Iso3))),
            .. edition.Countries.Values.Select(country => (country.Iso3, country.Iso3)),
        ]));
    }

    /// <summary>The code of an option; null for a label that is not known.</summary>
    internal string? Option(string text, Question question, OptionsType type) => Map(
    [
        .. _wordings.SelectMany(wording => CopyPhrases.Labels(question, type, wording).Zip(type.Options, (label, option) => (label, option.Code))),
        .. type.Options.Select(option => (option.Code, option.Code)),
    ]).GetValueOrDefault(Plain(text));

    internal string? Kind(string text) => _kinds.Value.GetValueOrDefault(Plain(text));

    internal string? Country(string text) => _countries.Value.GetValueOrDefault(Plain(text));

    /// <summary>The labels of a question in the copy's language, for a sentence that says what may be chosen.</summary>
    internal string Choices(Question question, OptionsType type) => string.Join(", ", CopyPhrases.Labels(question, type, _wordings[0]).Select(Editions.Answers.Quoted.Text));

    private static Dictionary<string, string> Map(IEnumerable<(string Label, string Code)> pairs)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (label, code) in pairs)
        {
            map.TryAdd(Plain(label), code);
        }

        return map;
    }

    // Programs and people change spaces, letter case and the way accents are put together.
    private static string Plain(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
