using System.Collections.Immutable;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Answers;

/// <summary>
/// The answers of one country to one questionnaire. An answer that became irrelevant by another one is kept and is inactive: it is
/// not scored, and it counts again as soon as the other answer allows.
/// </summary>
public sealed class AnswerSheet
{
    private readonly HashSet<string> _items;
    private readonly HashSet<string> _active;

    /// <param name="answers">By code of question, checked by <see cref="AnswerParser"/>.</param>
    /// <param name="comments">By code of question.</param>
    /// <exception cref="ArgumentException">An answer or a comment to something that is not a question.</exception>
    public AnswerSheet(
        string country, Questionnaire questionnaire, ImmutableSortedDictionary<string, Answer> answers, ImmutableSortedDictionary<string, string> comments)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(comments);
        var questions = questionnaire.Questions().Select(question => question.Code).ToArray();
        if (answers.Keys.Concat(comments.Keys).Except(questions).FirstOrDefault() is { } stray)
        {
            throw new ArgumentException($"{stray} is not a question.", nameof(answers));
        }

        (Country, Answers, Comments) = (country, answers, comments);
        _items = [.. questionnaire.Items().Select(item => item.Code)];
        _active = Relevance.Of(questionnaire, answers);
        Inactive = [.. questions.Where(code => answers.ContainsKey(code) && !_active.Contains(code))];
    }

    /// <summary>The country's ISO code of three letters.</summary>
    public string Country { get; }

    /// <summary>All answers by code of question, active or not.</summary>
    public ImmutableSortedDictionary<string, Answer> Answers { get; }

    /// <summary>The respondents' remarks by code of question.</summary>
    public ImmutableSortedDictionary<string, string> Comments { get; }

    /// <summary>The questions that were answered but are not asked, in the questionnaire's order.</summary>
    public ImmutableArray<string> Inactive { get; }

    /// <summary>Whether a question or group is asked: its own condition holds, and those of all groups around it.</summary>
    /// <exception cref="ArgumentException">The code is neither.</exception>
    public bool IsActive(string code) =>
        _active.Contains(code) || (_items.Contains(code) ? false : throw new ArgumentException($"{code} is not an item of the questionnaire.", nameof(code)));

    /// <summary>The answer that counts; null where the question has none or is not asked.</summary>
    /// <exception cref="ArgumentException">The code is not one of the questionnaire's.</exception>
    public Answer? Active(string code) => IsActive(code) ? Answers.GetValueOrDefault(code) : null;
}
