using System.Collections.Immutable;
using System.ComponentModel;
using Gci.Editions.Answers;

namespace Gci.Editions.Migrations;

/// <summary>What became of each question of the edition that this one is derived from, and which questions are new.</summary>
/// <param name="DerivedFrom">The earlier edition.</param>
/// <param name="Entries">Every question of the earlier edition stands in exactly one, in the order in which they were asked.</param>
/// <param name="Added">Codes of the questions that are new.</param>
public sealed record MigrationMap(string DerivedFrom, ImmutableArray<MigrationEntry> Entries, ImmutableArray<string> Added)
{
    /// <summary>Where a question came from; null where it is new.</summary>
    public MigrationEntry? To(string code) => Entries.FirstOrDefault(entry => entry.To.Contains(code));

    /// <summary>
    /// The answers that can be pre-filled, in the order of the questionnaire. Merged questions hand on an answer that all of them had; an
    /// answer that the new question would not take is left out.
    /// </summary>
    /// <param name="edition">The new edition, whose map this is.</param>
    /// <param name="answers">Answers to the earlier edition by code, as text.</param>
    public ImmutableArray<CarriedAnswer> Carry(Edition edition, IReadOnlyDictionary<string, string> answers)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(answers);
        var countries = edition.CountryCodes();
        return
        [
            .. (edition.Questionnaire?.Questions() ?? [])
                .Select(question => (question, entry: To(question.Code)))
                .Where(pair => pair.entry is { CarriesValue: true })
                .Select(pair => (pair.question, entry: pair.entry!, text: Common(pair.entry!.From, answers)))
                .Where(found => found.text is not null && AnswerParser.Parse(found.question, found.text, countries, edition.ReferenceDate).Answer is not null)
                .Select(found => new CarriedAnswer(found.question.Code, found.text!, found.entry.From, found.entry.Kind, found.entry.MustConfirm)),
        ];
    }

    private static string? Common(ImmutableArray<string> codes, IReadOnlyDictionary<string, string> answers)
    {
        var first = answers.GetValueOrDefault(codes[0]);
        return codes.All(code => answers.GetValueOrDefault(code) == first) ? first : null;
    }
}

/// <summary>What became of one question, or of several that were merged.</summary>
/// <param name="From">Codes in the earlier edition.</param>
/// <param name="To">Codes in this edition; none where the question was dropped.</param>
/// <param name="CarriesValue">Whether the answer is handed on.</param>
/// <param name="MustConfirm">Whether somebody must say that the answer still holds before it counts.</param>
/// <param name="Reason">Why it was changed; null for what is the same.</param>
public sealed record MigrationEntry(
    ImmutableArray<string> From, ImmutableArray<string> To, MigrationKind Kind, bool CarriesValue, bool MustConfirm, string? Reason);

/// <summary>What became of a question from one edition to the next.</summary>
[Description("What became of a question from one edition to the next.")]
public enum MigrationKind
{
    /// <summary>The same words and the same kind of answer.</summary>
    Same,

    /// <summary>Other words for what measures the same.</summary>
    Reworded,

    /// <summary>One question became several.</summary>
    Split,

    /// <summary>Several questions became one.</summary>
    Merged,

    /// <summary>It is no longer asked.</summary>
    Dropped,
}

/// <summary>An answer that was given to the earlier edition and can stand in this one.</summary>
/// <param name="Code">The question in this edition.</param>
/// <param name="Text">The answer as text.</param>
/// <param name="From">The questions to which it was given.</param>
/// <param name="MustConfirm">Whether somebody must say that it still holds before it counts.</param>
public sealed record CarriedAnswer(string Code, string Text, ImmutableArray<string> From, MigrationKind Kind, bool MustConfirm);
