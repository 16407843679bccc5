using Gci.Data.Consultation;

namespace Gci.Cli.Demo;

/// <summary>What somebody says about the draft edition; invented.</summary>
/// <param name="Country">Whose focal point says it; null for an expert.</param>
/// <param name="Number">Which of the experts.</param>
/// <param name="Code">Null where it is about the whole.</param>
/// <param name="Answer">What the secretariat answered; null as long as it did not.</param>
internal sealed record DemoContribution(
    string? Country, int Number, string? Code, ConsultationKind Kind, string Text, string? Proposed = null, ConsultationOutcome Outcome = ConsultationOutcome.Open, string? Answer = null)
{
    internal static IReadOnlyList<DemoContribution> All { get; } =
    [
        new(null, 0, "TEC-3.5", ConsultationKind.Wording, "Illustrative: “misuse” is wide. Attack and theft can be checked in a document, misuse hardly.",
            "Which rules of a public authority govern how systems of artificial intelligence are protected against attack and theft?", ConsultationOutcome.PartlyTakenOver,
            "Illustrative: the guide for reviewers will say what counts as misuse; the question keeps the word."),
        new("KEN", 0, "TEC-3.5", ConsultationKind.Comment, "Illustrative: our authority has guidance in force and a binding rule in consultation. It should be clear which of the two we tick."),
        new("FRA", 0, "LEG-2.6", ConsultationKind.Comment, "Illustrative: please keep this question as it is. We follow the answer over three editions."),
        new("SEN", 0, "CAP-1.1", ConsultationKind.Wording, "Illustrative : deux ans, c'est court pour un pays qui mène une campagne par plan national.",
            "Has the government led or funded a cybersecurity awareness campaign for the general public in the last three years?", ConsultationOutcome.NotTakenOver,
            "Illustrative: a longer period would count campaigns that most people have forgotten."),
        new("URY", 0, null, ConsultationKind.NewQuestion, "Ejemplo ilustrativo: falta el voto electrónico.", "Does a public body test the security of the systems that are used in national elections?"),
        new(null, 1, null, ConsultationKind.Comment, "مثال توضيحي: نقترح أن تُنشر ترجمة المسودة قبل نهاية المشاورة بشهر على الأقل."),
    ];
}
