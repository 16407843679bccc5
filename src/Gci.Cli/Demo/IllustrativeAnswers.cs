using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;

namespace Gci.Cli.Demo;

/// <summary>
/// Invents answers whose pillar scores lie near given points. Everything starts at full marks; then, in an order that differs from
/// country to country, answers are lowered as long as the score stays at or above the aim. Nobody gave these answers.
/// </summary>
internal sealed class IllustrativeAnswers
{
    private readonly Edition _edition;
    private readonly Questionnaire _questionnaire;
    private readonly Dictionary<string, ImmutableArray<Choice>> _choices;

    internal IllustrativeAnswers(Edition edition)
    {
        (_edition, _questionnaire) = (edition, edition.Questionnaire ?? throw new ArgumentException("The edition asks nothing.", nameof(edition)));
        _choices = _questionnaire.Questions().Where(question => question.IsScored)
            .ToDictionary(question => question.Code, question => Choices.Of(question, edition), StringComparer.Ordinal);
    }

    /// <summary>One row an answer, by country and in the order of the questionnaire. An answer to a question that is not asked is left out.</summary>
    /// <param name="aims">Country to pillar code to points.</param>
    internal IEnumerable<AnswerRow> Rows(string file, IReadOnlyDictionary<string, ImmutableDictionary<string, double>> aims) =>
        aims.Keys.Order(StringComparer.Ordinal).SelectMany(country => Rows(file, country, aims[country]));

    private IEnumerable<AnswerRow> Rows(string file, string country, ImmutableDictionary<string, double> aims)
    {
        var chosen = _choices.ToDictionary(pair => pair.Key, _ => 0, StringComparer.Ordinal);
        for (var section = 0; section < _questionnaire.Sections.Length; section++)
        {
            Lower(section, country, aims[_questionnaire.Sections[section].Pillar], chosen);
        }

        var asked = Asked(_questionnaire, chosen);
        foreach (var question in _questionnaire.Questions().Where(question => asked.Contains(question.Code)))
        {
            var text = question.IsScored ? _choices[question.Code][chosen[question.Code]].Text : Choices.Detail(question, country);
            if (text.Length > 0)
            {
                yield return new(file, "1", country, question.Code, text, null);
            }
        }
    }

    private void Lower(int index, string country, double aim, Dictionary<string, int> chosen)
    {
        // A condition looks back only, so what is asked here depends on this section and those before it.
        var section = new Questionnaire([_questionnaire.Sections[index]], []);
        var upToHere = new Questionnaire(_questionnaire.Sections[..(index + 1)], []);
        var codes = section.Questions().Where(question => question.IsScored).Select(question => question.Code)
            .OrderBy(code => StableHash.Of(country + code)).ToArray();

        // First whole answers are taken back, then single steps, until nothing more can go; a last step may end just below the aim.
        var least = aim;
        foreach (var code in codes)
        {
            Try(code, _choices[code].Length - 1);
        }

        foreach (var code in codes)
        {
            while (chosen[code] < _choices[code].Length - 1 && Try(code, chosen[code] + 1))
            {
            }
        }

        foreach (var code in codes.Where(code => chosen[code] < _choices[code].Length - 1))
        {
            least = aim - (Points(section, upToHere, chosen) - aim);
            Try(code, chosen[code] + 1);
        }

        bool Try(string code, int choice)
        {
            var before = chosen[code];
            chosen[code] = choice;
            if (Points(section, upToHere, chosen) >= least - 1e-9)
            {
                return true;
            }

            chosen[code] = before;
            return false;
        }
    }

    private double Points(Questionnaire section, Questionnaire upToHere, Dictionary<string, int> chosen)
    {
        var asked = Asked(upToHere, chosen);
        return section.Questions().Where(question => question.IsScored && asked.Contains(question.Code))
            .Sum(question => _edition.Scorer.Maximum(_edition.Tree[question.Code].Position) * _choices[question.Code][chosen[question.Code]].Credit);
    }

    private HashSet<string> Asked(Questionnaire part, Dictionary<string, int> chosen)
    {
        var answers = part.Questions().Where(question => question.IsScored)
            .Select(question => (question.Code, _choices[question.Code][chosen[question.Code]].Answer)).Where(pair => pair.Answer is not null)
            .ToImmutableSortedDictionary(pair => pair.Code, pair => pair.Answer!, StringComparer.Ordinal);
        var sheet = new AnswerSheet("", part, answers, ImmutableSortedDictionary<string, string>.Empty);
        return [.. part.Questions().Where(question => sheet.IsActive(question.Code)).Select(question => question.Code)];
    }
}
