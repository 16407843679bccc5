using System.Net.Mail;
using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;

namespace Gci.Web.People;

/// <summary>Somebody whom the focal point wants to invite.</summary>
public sealed record PersonDraft(string Name, string Email, string Language, IReadOnlyList<SectionRight> Rights)
{
    public const int LongestName = 200;
    public const int LongestEmail = 256;

    /// <summary>All that is wrong with it.</summary>
    public IEnumerable<Refusal> Mistakes(Questionnaire questionnaire)
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName || Name.Any(char.IsControl))
        {
            yield return new("person-name", ("maximum", LongestName));
        }

        if (Email.Length > LongestEmail || !MailAddress.TryCreate(Email, out var address) || address.Address != Email)
        {
            yield return new("person-email");
        }

        if (!Languages.IsKnown(Language))
        {
            yield return new("person-language");
        }

        if (Rights.All(right => right.Right == Right.None) || !RightsForm.AreKnown(Rights, questionnaire))
        {
            yield return new("person-rights");
        }
    }
}
