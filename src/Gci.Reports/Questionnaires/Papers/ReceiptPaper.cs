using System.Collections.Immutable;
using System.Globalization;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Gci.Reports.Blocks;

namespace Gci.Reports.Questionnaires.Papers;

/// <summary>The receipt of a submission on paper: what was received, and the seal that shows whether anything was changed since.</summary>
public static class ReceiptPaper
{
    /// <exception cref="ArgumentException">The edition asks nothing: it is known by its published figures only.</exception>
    public static Report Of(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        receipt = receipt with { Copy = receipt.Copy with { Texts = receipt.Copy.Texts.Anew() } };
        var (copy, language) = (receipt.Copy, receipt.Copy.Wording.Language);
        var questionnaire = copy.Edition.Questionnaire ?? throw new ArgumentException($"The edition {copy.Edition.Id} has no questionnaire.", nameof(receipt));
        var sheet = copy.Edition.SheetOf(
            copy.Country.Iso3, copy.Answers.Where(answer => answer.Value.Value is not null).Select(answer => KeyValuePair.Create(answer.Key, answer.Value.Value!)));
        ImmutableArray<Block> chapters =
        [
            .. SealBlocks(receipt),
            .. questionnaire.Sections.SelectMany(section => Answers(copy, section, sheet)),
            .. Evidence(copy, questionnaire),
        ];
        var paper = new Report(
            copy.Edition.Title,
            $"{copy.Say("document.receipt")} · {copy.AnswersOf()}",
            "GciEngine",
            language,
            null,
            DateOnly.FromDateTime(receipt.At.UtcDateTime),
            ImmutableDictionary<string, string>.Empty,
            [
                (copy.Say("document.edition"), copy.Edition.Id),
                (copy.Say("document.country"), $"{copy.Country.NameIn(language)} ({copy.Country.Iso3})"),
                (copy.Say("document.certified-by"), $"{receipt.Person}, {receipt.Office}"),
                (copy.Say("document.certified-at"), Time(receipt.At, language)),
                (copy.Say("document.response"), copy.ResponseId),
            ],
            []);
        return paper with { Blocks = [.. Received(receipt, questionnaire, sheet), .. copy.NoteOnEnglish(), .. chapters] };
    }

    private static IEnumerable<Block> Received(Receipt receipt, Questionnaire questionnaire, AnswerSheet sheet)
    {
        var (copy, language) = (receipt.Copy, receipt.Copy.Wording.Language);
        yield return new Heading(1, copy.Say("document.receipt-title"));
        yield return new Paragraph(copy.Say(
            "document.receipt-text", ("country", copy.Country.NameIn(language)), ("edition", copy.Edition.Title), ("person", $"{receipt.Person} ({receipt.Office})"),
            ("time", Time(receipt.At, language))));
        yield return new Facts(
        [
            (copy.Say("document.answered"), Number(questionnaire.Questions().Count(question => sheet.IsActive(question.Code) && IsAnswered(copy.AnswerTo(question.Code))))),
            (copy.Say("document.unanswered"), Number(receipt.Unanswered)),
            (copy.Say("document.evidence-count"), Number(copy.Evidence.Values.Sum(proofs => proofs.Length))),
            (copy.Say("document.content"), receipt.Content),
        ]);
    }

    private static IEnumerable<Block> SealBlocks(Receipt receipt)
    {
        var (copy, language) = (receipt.Copy, receipt.Copy.Wording.Language);
        yield return new Heading(2, copy.Say("document.seal-title"));
        yield return new Paragraph(copy.Say("document.seal-text"));
        yield return new Facts(
        [
            (copy.Say("document.chain-length"), Number(receipt.ChainLength)),
            (copy.Say("document.chain-head"), receipt.ChainHead),
            .. receipt.Seal is not { } seal ? [(copy.Say("document.seal"), copy.Say("document.no-seal"))] : new[]
            {
                (copy.Say("document.seal"), Number(seal.Number)),
                (copy.Say("document.sealed-at"), Time(seal.At, language)),
                (copy.Say("document.sealed-length"), Number(seal.Length)),
                (copy.Say("document.seal-hash"), seal.Hash),
                (copy.Say("document.seal-signature"), seal.Signature),
            },
        ]);
        yield return new Note(copy.Say("document.check-text"));
    }

    private static IEnumerable<Block> Answers(QuestionnaireCopy copy, Section section, AnswerSheet sheet)
    {
        var title = copy.Say("document.answers-of-pillar", ("pillar", copy.Marked(copy.Wording.Pillar(section.Pillar))));
        yield return new Heading(1, title);
        var questions = new Questionnaire([section], []).Questions()
            .Where(question => sheet.IsActive(question.Code) || IsAnswered(copy.AnswerTo(question.Code)));
        yield return new Table(
            title,
            [new(copy.Say("document.code"), 12), new(copy.Say("document.question"), 32), new(copy.Say("document.answer"), 50)],
            [.. questions.Select(question => Row(question.Code, copy.Marked(copy.Wording.Title(question)), Said(copy, question, sheet)))]);
    }

    private static string Said(QuestionnaireCopy copy, Question question, AnswerSheet sheet)
    {
        var answer = copy.AnswerTo(question.Code);
        return string.Join('\n', new[]
        {
            sheet.IsActive(question.Code) ? null : copy.Say("answer.not-asked"),
            copy.Typed(copy.InWords(question, answer)),
            answer.Comment is { } comment ? copy.Say("answer.comment", ("comment", copy.Typed(comment))) : null,
        }.OfType<string>());
    }

    private static IEnumerable<Block> Evidence(QuestionnaireCopy copy, Questionnaire questionnaire)
    {
        yield return new Heading(1, copy.Say("document.evidence-title-chapter"));
        var proofs = questionnaire.Questions().SelectMany(question => copy.Evidence.GetValueOrDefault(question.Code, []).Select(proof => (question.Code, Proof: proof))).ToArray();
        yield return proofs.Length == 0 ? new Paragraph(copy.Say("document.no-evidence")) : new Table(
            copy.Say("document.evidence-title-chapter"),
            [new(copy.Say("document.code"), 12), new(copy.Say("document.evidence-title"), 34), new(copy.Say("document.evidence-where"), 48)],
            [
                .. proofs.Select(one => Row(
                    one.Code,
                    string.Join('\n', new[] { copy.Typed(one.Proof.Title), copy.Typed(one.Proof.Place), copy.KindOf(one.Proof.Kind) }.OfType<string>()),
                    string.Join('\n', new[] { one.Proof.Where, one.Proof.Sha256 is { } hash ? $"{copy.Say("document.sha256")}: {hash}" : null }.OfType<string>()))),
            ]);
    }

    private static ImmutableArray<Cell> Row(params ReadOnlySpan<string> texts) => [.. texts.ToArray().Select(text => new TextCell(text))];

    private static bool IsAnswered(CopiedAnswer answer) => answer.Value is not null || answer.IsNotApplicable;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time, string language)
    {
        var utc = time.UtcDateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{AnswerWording.Day(DateOnly.FromDateTime(utc), language)}, {utc:HH:mm:ss} UTC");
    }
}
