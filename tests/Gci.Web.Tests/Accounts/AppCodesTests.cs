namespace Gci.Web.Tests.Accounts;

public sealed class AppCodesTests
{
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(20000000000, "65353130")]
    public void The_codes_are_those_of_RFC_6238(long seconds, string code) =>
        Assert.Equal(code, AppCodes.Of("12345678901234567890"u8.ToArray(), seconds / 30, 8));
}
