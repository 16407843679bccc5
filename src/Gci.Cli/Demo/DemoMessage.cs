using Gci.Data.Accounts;
using Gci.Data.Responses;

namespace Gci.Cli.Demo;

/// <summary>Something that somebody of a country or of the secretariat said; invented, in the language of those who talk.</summary>
/// <param name="Number">Which of those with the role.</param>
/// <param name="Question">Null where it is about the whole response.</param>
internal sealed record DemoMessage(string Country, Role By, int Number, string? Question, Audience Audience, string Text)
{
    internal static IReadOnlyList<DemoMessage> All { get; } =
    [
        new("KEN", Role.Contributor, 0, "LEG-1.1.1", Audience.Country, "Illustrative: I took the section from the act as amended; could somebody check the number of the article?"),
        new("KEN", Role.FocalPoint, 0, "LEG-1.1.1", Audience.Country, "Illustrative: checked, it is right."),
        new("KEN", Role.Contributor, 1, "TEC-1.1", Audience.Country, "Illustrative: the team's new charter was signed in June. I put a suggestion beside the answer."),
        new("KEN", Role.FocalPoint, 0, null, Audience.Secretariat, "Illustrative: our data protection act was amended in August. Should we answer for the act as it stands today, or as it stood on the reference date?"),
        new("JOR", Role.Contributor, 1, "LEG-1.1.1", Audience.Country, "مثال توضيحي: أُقرّ التعديل في مجلس النواب ولم يُنشر بعد في الجريدة الرسمية."),
        new("JOR", Role.FocalPoint, 0, "LEG-1.1.1", Audience.Country, "مثال توضيحي: إذن نجيب «جزئياً» إلى أن يُنشر."),
        new("URY", Role.FocalPoint, 0, "LEG-2.9", Audience.Secretariat, "Ejemplo ilustrativo: la norma está aprobada pero entra en vigor en enero. ¿Respondemos «sí» o «parcial»?"),
        new("URY", Role.Reviewer, 1, "LEG-2.9", Audience.Secretariat, "Ejemplo ilustrativo: «parcial». Lo que cuenta es lo que está en vigor en la fecha de referencia; indiquen la fecha en la observación."),
        new("FRA", Role.FocalPoint, 0, null, Audience.Secretariat, "Illustrative: two of our ministries hold the same evidence. May one link prove several answers?"),
        new("FRA", Role.Reviewer, 2, null, Audience.Secretariat, "Illustrative: yes. Give the same address at each question, with the page that matters there."),
    ];
}
