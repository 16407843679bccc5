using Gci.Tiering.Stability;

namespace Gci.Reports.Studies;

/// <summary>A study with what it is about: <c>robustness.json</c>. One of a part of the draws can be joined with those of the others.</summary>
/// <param name="Edition">Id of the edition.</param>
/// <param name="Definition">Hash of the edition's definition.</param>
/// <param name="Inputs">SHA-256 of all that was studied: answers or points, doubts, ballots and the scheme.</param>
public sealed record StudyFile(string Edition, string Definition, string Inputs, Study Study)
{
    public const string Name = "robustness.json";
}
