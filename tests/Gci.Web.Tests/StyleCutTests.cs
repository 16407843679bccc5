using Gci.Testing;

namespace Gci.Web.Tests;

public sealed class StyleCutTests
{
    [Theory]
    [InlineData("a{b:c}", "a{b:c}")]
    [InlineData("a,.grid{b:c}", "a{b:c}")]
    [InlineData(".grid>a,dialog{b:c}", "")]
    [InlineData("input:not([type=range],[type=color]):focus{b:c}", "input:not([type=range],[type=color]):focus{b:c}")]
    [InlineData(":is(a,.grid){b:c}", "")]
    [InlineData("@media print{.grid{b:c}}a{d:e}", "a{d:e}")]
    [InlineData("@media print{.grid{b:c}a{d:e}}", "@media print{a{d:e}}")]
    [InlineData("@keyframes x{to{b:c}}", "@keyframes x{to{b:c}}")]
    public void What_only_unused_things_match_goes(string css, string left) => Assert.Equal(left, StyleCut.Of(css));

    [Fact]
    public void No_page_uses_what_was_cut()
    {
        string[] marks = ["data-tooltip", "data-placement", "<dialog", "role=\"switch\"", "type=\"range\"", "type=\"color\"", "type=\"search\"", "role=\"group\"", "role=\"search\"", "<search", "aria-label=\"breadcrumb\"", "aria-busy", "type=\"week\"", "type=\"month\"", "type=\"time\"", "type=\"reset\"", "<hgroup", "<kbd", "<samp", "<audio", "<video", "<iframe", "<canvas"];
        string[] classes = ["dropdown", "modal", "grid", "contrast"];
        foreach (var page in Directory.EnumerateFiles(Repository.At("src", "Gci.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(page);
            Assert.DoesNotContain(marks, mark => text.Contains(mark, StringComparison.Ordinal));
            Assert.DoesNotMatch($"class=\"[^\"]*\\b(?:{string.Join('|', classes)})\\b", text);
        }
    }
}
