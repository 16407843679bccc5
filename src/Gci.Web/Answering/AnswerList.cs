using System.Collections.Immutable;
using Gci.Data.Responses;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Web.Answering;

/// <summary>All that a person may see of a response, in words, with what stands in the way of submission.</summary>
public sealed class AnswerList
{
    private readonly OpenedResponse _opened;
    private readonly Dossier _dossier;
    private readonly Wording _wording;
    private readonly Dictionary<string, AnswerRevision> _answers;
    private readonly ILookup<string, Finding> _findings;

    public AnswerList(OpenedResponse opened, Dossier dossier, string language)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(dossier);
        (_opened, _dossier, _wording) = (opened, dossier, opened.Edition.In(language));
        _answers = dossier.Answers.ToDictionary(answer => answer.Question, StringComparer.Ordinal);
        Whole = Completeness.Of(opened.Edition, opened.Response.Country, dossier);
        _findings = Whole.Findings.Where(opened.Sight.Shows).ToLookup(finding => finding.Question, StringComparer.Ordinal);
        Pillars = [.. opened.Pages().GroupBy(page => page.Pillar).Select(pillar => new PillarLines(pillar.Key, [.. pillar.Select(page => (page, LinesOf(page)))]))];
    }

    /// <summary>Of the whole response, also of what the person may not see.</summary>
    public Completeness Whole { get; }

    public ImmutableArray<PillarLines> Pillars { get; }

    /// <summary>The questions that are asked, in their order.</summary>
    public IEnumerable<AnswerLine> Lines() => Pillars.SelectMany(pillar => pillar.Pages).SelectMany(page => page.Lines);

    /// <summary>All evidence that the person may see, also that of questions which are not asked, with the codes of the questions.</summary>
    public IEnumerable<(string Question, EvidenceLine Line)> Evidence() => _opened.Pages().SelectMany(page => page.Questions())
        .Where(question => _opened.Sight.Reads(question.Code)).SelectMany(question => _dossier.Evidence.Where(item => item.Question == question.Code).Select(item => (question.Code, LineOf(item))));

    /// <summary>The findings that the person may see, with the pages on which they are settled.</summary>
    public IEnumerable<FoundLine> Findings() => Lines().SelectMany(line => line.Findings.Select(finding => new FoundLine(finding, line)));

    private ImmutableArray<AnswerLine> LinesOf(QuestionPage page) =>
        [.. page.Questions().Where(question => Whole.Sheet.IsActive(question.Code)).Select(question => LineOf(question, page.Code))];

    private AnswerLine LineOf(Question question, string page)
    {
        var current = _opened.Sight.Of(_answers.GetValueOrDefault(question.Code));
        var state = current switch
        {
            null or { IsAnswered: false } => "unanswered",
            { IsWithheld: true } => "withheld",
            { NeedsConfirmation: true } => "unconfirmed",
            { IsNotApplicable: true } => "not-applicable",
            _ => "answered",
        };
        return new(
            question, page, _wording.Title(question), Said(question, current), current, state,
            _opened.Sight.Reads(question.Code) ? [.. _dossier.Evidence.Where(item => item.Question == question.Code).Select(LineOf)] : [], [.. _findings[question.Code]]);
    }

    private EvidenceLine LineOf(EvidenceItem item)
    {
        var kind = _opened.Edition.Questionnaire!.EvidenceKinds.FirstOrDefault(known => known.Code == item.Kind);
        return new(item, kind is null ? new(item.Kind, _wording.Language, TranslationState.Approved) : _wording.EvidenceKind(kind), _dossier.FileOf(item));
    }

    // What people typed has no known language; labels have one.
    private Phrase? Said(Question question, AnswerRevision? current) => current?.Value is not { } value ? null
        : Whole.Sheet.Answers.GetValueOrDefault(question.Code) is not { } answer ? new Phrase(value, _wording.Language, TranslationState.Approved)
        : IsEnglish(question, answer) ? new Phrase(AnswerWording.Of(answer, question, _wording, _opened.Edition), Languages.Source, TranslationState.Missing)
        : new Phrase(AnswerWording.Of(answer, question, _wording, _opened.Edition), _wording.Language, TranslationState.Approved);

    private bool IsEnglish(Question question, Answer answer) => question.Type is OptionsType options && options.Options.Any(option => answer switch
    {
        OptionAnswer chosen => chosen.Option == option.Code,
        TickAnswer ticks => ticks.Options.Contains(option.Code),
        _ => false,
    } && _wording.Option(question, option).IsFallback);
}
