using System.Collections.Immutable;
using Gci.Editions.Questionnaires;

namespace Gci.Data.Responses;

/// <summary>How the links of a question become the wanted ones: some are removed, some attached, the others stay as they are.</summary>
public sealed record LinkPlan(ImmutableArray<EvidenceItem> Removed, ImmutableArray<EvidenceDraft> Added)
{
    /// <summary>The plan, or why the question does not take one of the links, with the place of that link among the wanted ones.</summary>
    /// <param name="present">The question's evidence that was not removed, files included.</param>
    public static (LinkPlan? Plan, Refusal? Refusal, int At) Of(Question question, IReadOnlyCollection<EvidenceItem> present, IReadOnlyList<EvidenceDraft> wanted)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(wanted);
        var removed = present.Where(item => item.Form == EvidenceForm.Link && !wanted.Any(link => IsSame(item, link))).ToImmutableArray();
        var after = present.Except(removed).ToList();
        var added = ImmutableArray.CreateBuilder<EvidenceDraft>();
        for (var at = 0; at < wanted.Count; at++)
        {
            if (present.Except(removed).Any(item => IsSame(item, wanted[at])))
            {
                continue;
            }

            if (wanted[at].WhyNot(question, after, isFile: false) is { } refusal)
            {
                return (null, refusal, at);
            }

            // Where in the document stays known though a workbook does not carry it.
            var place = wanted[at].Place ?? removed.FirstOrDefault(item => item.Url == wanted[at].Url)?.Place;
            added.Add(wanted[at] with { Place = place });
            after.Add(Standing(question, wanted[at]));
        }

        return (new(removed, added.ToImmutable()), null, 0);
    }

    private static bool IsSame(EvidenceItem item, EvidenceDraft link) => item.Form == EvidenceForm.Link && (item.Url, item.Title, item.Kind) == (link.Url, link.Title, link.Kind);

    private static EvidenceItem Standing(Question question, EvidenceDraft link) => new()
    {
        ResponseId = Guid.Empty,
        Question = question.Code,
        Form = EvidenceForm.Link,
        Kind = link.Kind,
        Title = link.Title,
        Url = link.Url,
        By = Guid.Empty,
        At = default,
    };
}
