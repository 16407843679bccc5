using Gci.Editions.Expressions;
using Gci.Editions.Questionnaires;

namespace Gci.Editions.Changes;

/// <summary>A group of questions before and after; one of them is null where it is new or gone.</summary>
/// <param name="Pillar">The code of the pillar in which it stands, or stood.</param>
public sealed record GroupChange(ItemGroup? Before, ItemGroup? After, string Pillar)
{
    public bool IsSame => (Before?.Code, Before?.Title, Before?.Text, Before?.Relevant?.ToText()) == (After?.Code, After?.Title, After?.Text, After?.Relevant?.ToText());

    public string Code => (After ?? Before)!.Code;
}
