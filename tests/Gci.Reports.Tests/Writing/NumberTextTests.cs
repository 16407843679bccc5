using Gci.Reports.Writing;

namespace Gci.Reports.Tests.Writing;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("en", 12.345, 1, "12.3")]
    [InlineData("en", 0.125, 2, "0.13")]
    [InlineData("en", -0.001, 2, "0.00")]
    [InlineData("en", -1.5, 1, "-1.5")]
    [InlineData("en", 1234.5, 0, "1235")]
    [InlineData("fr", 12.5, 2, "12,50")]
    [InlineData("ru-RU", 12.5, 1, "12,5")]
    [InlineData("ar", 12.5, 1, "12.5")]
    public void A_number_is_rounded_and_has_the_sign_of_its_language(string language, double value, int decimals, string expected) =>
        Assert.Equal(expected, new NumberText(language).Of(value, decimals));
}
