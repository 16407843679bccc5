using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Web.Answering;
using Microsoft.AspNetCore.Http;

namespace Gci.Web.People;

/// <summary>The form that opens sections to a person: one choice a pillar (<c>right.LEG</c>), and one a section that differs (<c>right.LEG-1</c>).</summary>
public static class RightsForm
{
    /// <summary>The choices in order of strength.</summary>
    public static IReadOnlyList<Right> Choices { get; } = [Right.None, Right.View, Right.Suggest, Right.Edit];

    /// <summary>What the form opens. Where a section gets less than its pillar, the pillar is spelled out by its sections.</summary>
    public static IReadOnlyList<SectionRight> Read(IFormCollection form, Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(form);
        return [.. QuestionPage.Of(questionnaire).GroupBy(page => page.Pillar).SelectMany(pillar => OfPillar(form, pillar.Key, [.. pillar.Select(page => page.Code)]))];
    }

    /// <summary>What each pillar and section of the form shows for somebody who has these rights; a section only where it has more than its pillar.</summary>
    public static IReadOnlyDictionary<string, Right> Chosen(IEnumerable<SectionRight> rights)
    {
        ArgumentNullException.ThrowIfNull(rights);
        return rights.GroupBy(right => right.Section).ToDictionary(group => group.Key, group => group.Max(right => right.Right), StringComparer.Ordinal);
    }

    /// <summary>Whether all codes are pillars or sections of the questionnaire.</summary>
    public static bool AreKnown(IEnumerable<SectionRight> rights, Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(rights);
        var codes = QuestionPage.Of(questionnaire).SelectMany(page => new[] { page.Pillar, page.Code }).ToHashSet(StringComparer.Ordinal);
        return rights.All(right => codes.Contains(right.Section));
    }

    private static IEnumerable<SectionRight> OfPillar(IFormCollection form, string pillar, IReadOnlyList<string> sections)
    {
        var whole = Choice(form, pillar) ?? Right.None;
        var parts = sections.Select(section => new SectionRight(section, Choice(form, section) ?? whole)).ToArray();
        return parts.Any(part => part.Right < whole)
            ? parts.Where(part => part.Right > Right.None)
            : parts.Where(part => part.Right > whole).Prepend(new(pillar, whole)).Where(part => part.Right > Right.None);
    }

    private static Right? Choice(IFormCollection form, string code) =>
        Enum.TryParse<Right>(form[$"right.{code}"], out var right) && Enum.IsDefined(right) ? right : null;
}
