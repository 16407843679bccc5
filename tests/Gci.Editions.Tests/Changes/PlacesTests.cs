using CsCheck;
using Gci.Editions.Changes;

namespace Gci.Editions.Tests.Changes;

public sealed class PlacesTests
{
    [Theory]
    [InlineData(new int[0], new int[0])]
    [InlineData(new[] { 0, 1, 2 }, new int[0])]
    [InlineData(new[] { 2, 0, 1 }, new[] { 2 })]
    [InlineData(new[] { 0, 2, 3, 1 }, new[] { 1 })]
    [InlineData(new[] { 4, 7, 5, 9 }, new[] { 7 })]
    public void The_fewest_moved_explain_the_new_order(int[] places, int[] moved) => Assert.Equal(moved, Places.Moved(places).Order());

    [Fact]
    public void What_did_not_move_stands_in_the_old_order() => Gen.Int[0, 40].Array[0, 30].Select(places => places.Distinct().ToArray()).Sample(places =>
    {
        var moved = Places.Moved(places);
        var kept = places.Where(place => !moved.Contains(place)).ToArray();

        Assert.Equal(kept.Order(), kept);
        Assert.All(moved, place => Assert.Contains(place, places));
    });
}
