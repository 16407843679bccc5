using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gci.Editions;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Reports.Tests.Questionnaires;

/// <summary>Translations made of words in the script of the language: as long as the English, different wherever the English is, and without sense.</summary>
internal static partial class Pseudo
{
    private static readonly ImmutableDictionary<string, string[]> s_words = ImmutableDictionary.CreateRange<string, string[]>(
    [
        new("ar", ["الأمن", "السيبراني", "في", "البلد", "الوطنية", "التدابير", "القانونية", "هل", "توجد", "استراتيجية", "المعتمدة", "منذ"]),
        new("es", ["seguridad", "año", "país", "medidas", "jurídicas", "está", "en", "vigor", "¿existe", "nación", "según", "qué"]),
        new("fr", ["sécurité", "où", "été", "mesures", "générales", "l’État", "à", "français", "œuvre", "déjà", "pays", "loi"]),
        new("ru", ["безопасность", "страны", "меры", "правовые", "имеется", "ли", "объём", "государство", "закон", "и", "в", "ещё"]),
        new("zh", ["网络安全", "国家", "法律", "措施", "是否", "已经", "制定", "战略", "合作", "机构", "的", "技术"]),
    ]);

    internal static Translation Of(Edition edition, string language) =>
        new(language, Sources(edition).DistinctBy(pair => pair.Key).ToImmutableDictionary(
            pair => pair.Key, pair => new TranslatedText(Text(pair.Value, pair.Key, language), Translation.SourceHash(pair.Value), TranslationState.Draft)));

    internal static InterfaceTexts Of(InterfaceTexts english, string language)
    {
        var sources = english.Keys.ToImmutableDictionary(key => key, key => english[key]);
        return new(
            new(language, sources.ToImmutableDictionary(pair => pair.Key, pair => new TranslatedText(Text(pair.Value, pair.Key, language), Translation.SourceHash(pair.Value), TranslationState.Draft))),
            sources);
    }

    /// <summary>The same without some texts.</summary>
    internal static InterfaceTexts Without(InterfaceTexts english, string language, params IEnumerable<string> missing)
    {
        var (sources, all) = (english.Keys.ToImmutableDictionary(key => key, key => english[key]), Of(english, language));
        return new(
            new(language, sources.Keys.Except(missing).ToImmutableDictionary(key => key, key => new TranslatedText(all[key], Translation.SourceHash(english[key]), TranslationState.Draft))),
            sources);
    }

    /// <summary>The words of the text by others; what stands in braces stays, and a number drawn from the key makes it different from others.</summary>
    private static string Text(string source, string key, string language)
    {
        var words = s_words[language];
        var at = key.Aggregate(7, (sum, letter) => unchecked((sum * 31) + letter) & 0xFFFF);
        var text = Word().Replace(source, match => match.Value[0] == '{' ? match.Value : words[(at = ((at * 25173) + 13849) & 0xFFFF) % words.Length]);
        var joined = language == "zh" ? text.Replace(" ", "", StringComparison.Ordinal) : text;
        return key.Contains("option/", StringComparison.Ordinal) || key.StartsWith("kind/", StringComparison.Ordinal) ? $"{joined} ({key.Aggregate(0, (sum, letter) => ((sum * 31) + letter) & 0xFFFF)})" : joined;
    }

    private static IEnumerable<KeyValuePair<string, string>> Sources(Edition edition) =>
    [
        .. edition.Pillars.Select(pillar => KeyValuePair.Create($"{pillar.Code}/title", pillar.Title)),
        .. edition.Questionnaire!.Sections.Select(section => KeyValuePair.Create($"{section.Pillar}/introduction", section.Introduction)),
        .. edition.Questionnaire.Items().SelectMany(item => new[] { KeyValuePair.Create($"{item.Code}/title", item.Title), KeyValuePair.Create($"{item.Code}/text", item.Text) }),
        .. edition.Questionnaire.Questions().Select(question => KeyValuePair.Create($"{question.Code}/help", question.Help)),
        .. edition.Questionnaire.Questions().SelectMany(question => OfType(question.Code, question.Type)),
        .. edition.Questionnaire.EvidenceKinds.Select(kind => KeyValuePair.Create($"kind/{kind.Code}", kind.Title)),
    ];

    private static IEnumerable<KeyValuePair<string, string>> OfType(string code, AnswerType type) => type switch
    {
        ChoiceType { IsYesPartialNo: true } choice => choice.Options.Select(option => KeyValuePair.Create($"option/{option.Code}", option.Label)),
        OptionsType options => options.Options.Select(option => KeyValuePair.Create($"{code}/option/{option.Code}", option.Label)),
        NumberType number => [KeyValuePair.Create($"{code}/unit", number.Unit)],
        TableType table => table.Columns.Select(column => KeyValuePair.Create($"{code}/column/{column.Code}", column.Title)),
        _ => [],
    };

    [GeneratedRegex(@"\{[^}]*\}|[\p{L}’'-]+")]
    private static partial Regex Word();
}
