using System.Collections.Immutable;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;

namespace Gci.Cli.Demo;

/// <summary>Invented links that prove invented answers; no such document exists.</summary>
internal static class DemoEvidence
{
    private static readonly string[] s_places = ["article 4", "section 2", "chapter III", "page 12", "articles 7 to 9", "annex B"];

    /// <summary>As many links as the question's policy asks for with this answer.</summary>
    internal static IEnumerable<EvidenceDraft> For(Question question, string answer, string country, ImmutableArray<EvidenceKind> kinds) =>
        question.Evidence is { } policy && policy.Accept.Contains(EvidenceForm.Link) && (policy.When.IsEmpty || answer.Split(';').Any(policy.When.Contains))
            ? Enumerable.Range(1, policy.Minimum).Select(number => Link(question, policy, country, kinds, number))
            : [];

    private static EvidenceDraft Link(Question question, EvidencePolicy policy, string country, ImmutableArray<EvidenceKind> kinds, int number)
    {
        var kind = policy.Kinds[(int)(StableHash.Share($"{country}{question.Code}{number}") * policy.Kinds.Length)];
        var year = 2012 + (int)(StableHash.Share($"{country}{question.Code}year{number}") * 11);
        var title = kinds.First(known => known.Code == kind).Title;
        return new(
            kind, FormattableString.Invariant($"Illustrative: {char.ToLowerInvariant(title[0])}{title[1..]} of {year} on “{question.Title}”"),
            s_places[StableHash.Of(country + question.Code) % s_places.Length],
            FormattableString.Invariant($"https://{country.ToLowerInvariant()}.example.org/{year}/{question.Code.ToLowerInvariant()}{(number == 1 ? "" : $"-{number}")}"));
    }
}
