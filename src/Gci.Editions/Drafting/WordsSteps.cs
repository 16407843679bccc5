using Gci.Editions.Questionnaires;
using Gci.Editions.Yaml;

namespace Gci.Editions.Drafting;

/// <summary>Other words for what is asked.</summary>
internal static class WordsSteps
{
    internal static void Reword(DraftChange change, string code, QuestionWords words, string reason)
    {
        if (change.Asked.Pillars.Any(pillar => pillar.Code == code))
        {
            RewordPillar(change, code, words);
            return;
        }

        var item = change.Asked.Find(code);
        Set(change, code, "title", words.Title, "variable", isLong: false);
        Set(change, code, "text", words.Text, "title", isLong: true);
        if (item is Question)
        {
            Set(change, code, "help", words.Help, "text", isLong: true);
            Set(change, code, "guide", words.Guide, "class", isLong: true);
            Record(change, code, reason);
        }
    }

    /// <summary>Tells the migration map, where there is one, that a question changed.</summary>
    internal static void Record(DraftChange change, string code, string reason)
    {
        if (change.Earlier is { } earlier)
        {
            new MigrationLines(change, earlier).Reword(code, reason);
        }
    }

    private static void Set(DraftChange change, string code, string key, string text, string after, bool isLong)
    {
        var place = change.Place(code);
        change.Write(place.Source.SetText(place.Map, key, change.Clean(code, key, text), after, isLong));
    }

    private static void RewordPillar(DraftChange change, string code, QuestionWords words)
    {
        var section = change.Source(change.Asked.FileOf(code)!);
        change.Write(section.SetText(section.Top, "introduction", change.Clean(code, "introduction", words.Text), "pillar", isLong: true));
        var frame = change.Source($"methodology/{change.Id}/pillars.yaml");
        if ((frame.Top["pillars"] as YamlList)?.Items.OfType<YamlMap>().FirstOrDefault(map => map.TextOf("code") == code) is { } pillar)
        {
            change.Write(frame.SetText(pillar, "title", change.Clean(code, "title", words.Title), "variable"));
        }
    }
}
