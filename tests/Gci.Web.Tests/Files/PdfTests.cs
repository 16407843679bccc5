using System.Text;
using Gci.Web.Files;

namespace Gci.Web.Tests.Files;

/// <summary>
/// A PDF that everybody can open is taken, even where it is encrypted to forbid changes; one that asks for a password is not. The values
/// are those that qpdf 11 wrote for a file with the password "owner" for its rights, and with or without "open" to open it.
/// </summary>
public sealed class PdfTests
{
    private const string Id = "f6feca2dd6e840a40db640f4fe065387";
    private const string Owner = "566fa873ee33c797cd3b904fdadf814afa34df9a38f6ed41b984e2c6da2aa6f5";
    private const string OwnerOfOpen = "11a0834388f90388e74e54584125ce142be0de24c6b0d37746e075b891756671";
    private const string Long = "/CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O <00> /OE <00> /P -4 /V 5";

    [Theory]
    [InlineData("/Length 40 /O <c92422687facee686e373f10b5c7d04738053152f7e2ee30e11c69ec442576ab> /P -4 /R 2 /U <53ad2205bfb43c28d662d62ec36f437c879448c8a73b829ccd492b7207b91cbb> /V 1")]
    [InlineData("/Length 128 /O <" + Owner + "> /P -4 /R 3 /U <23e33aec361e6fc0dd4cdf9dd2d14a850122456a91bae5134273a6db134c87c4> /V 2")]
    [InlineData("/Length 128 /O <" + Owner + "> /P 4294967292 /R 3 /U <23e33aec361e6fc0dd4cdf9dd2d14a850122456a91bae5134273a6db134c87c4> /V 2")]
    [InlineData("/CF << /StdCF << /CFM /AESV2 /Length 16 >> >> /Length 128 /O <" + Owner + "> /P -4 /R 4 /U <23e33aec361e6fc0dd4cdf9dd2d14a850122456a91bae5134273a6db134c87c4> /V 4")]
    [InlineData("/EncryptMetadata false /Length 128 /O <" + Owner + "> /P -4 /R 4 /U <a2009df6ccb4b3e4a6a5cb9b20f3f8800122456a91bae5134273a6db134c87c4> /V 4")]
    [InlineData(Long + " /R 5 /U <6b9c33ac24c2e43b841df1174bae3d504b007409302bdec7e4cbc1b3b906fd6f0ef29164801a4d02287eee339a6dbf6a>")]
    [InlineData(Long + " /R 6 /U <82354e3012aaa32dcd34c9efbb19916021a66ff35e9ec73a124438b34aa16711d68543853784e7fd018d7e5c20525b4e>")]
    public void A_file_that_forbids_changes_only_is_taken(string encryption)
    {
        Assert.Null(WhyNot(Encrypted(encryption)));
        Assert.Null(WhyNot(Encrypted(encryption, asLiterals: true)));
    }

    [Theory]
    [InlineData("/Length 40 /O <8eeb095819662a774442fb072e3d9f19e9d130ec09a4d0061e78fe920f7ab62f> /P -4 /R 2 /U <dc685ef35cc471f67a144ec836f2307dfb98febca975e613921b276121b1cc84> /V 1")]
    [InlineData("/Length 128 /O <" + OwnerOfOpen + "> /P -4 /R 3 /U <911ba7ecd5aaef090d69c84853c6b6250122456a91bae5134273a6db134c87c4> /V 2")]
    [InlineData("/Length 128 /O <" + OwnerOfOpen + "> /P -4 /R 4 /U <911ba7ecd5aaef090d69c84853c6b6250122456a91bae5134273a6db134c87c4> /V 4")]
    [InlineData("/EncryptMetadata false /Length 128 /O <" + OwnerOfOpen + "> /P -4 /R 4 /U <a0c7d1e035c407246453201218730f2e0122456a91bae5134273a6db134c87c4> /V 4")]
    [InlineData(Long + " /R 5 /U <e4262958958eaf70bbe68483b48466782279934529ee99fd8cdaae40b2f4fdb265f0d030fe1507d7444b3d7dceafe5a1>")]
    [InlineData(Long + " /R 6 /U <67b0a351ac802318aa5b2695040168686d254b0fbf6777bd9d54fb16fc0b33d4da0461f475b47e1fd280eeab2d5aef36>")]
    [InlineData("/Filter /Adobe.PubSec /V 4")]
    [InlineData("/Length 7 /O <00> /P -4 /R 3 /U <00> /V 2")]
    [InlineData("/Length 128 /O (never ends /P -4")]
    public void A_file_that_asks_for_a_password_or_cannot_be_understood_is_not(string encryption) => Assert.Equal("file-password", WhyNot(Encrypted(encryption)));

    [Fact]
    public void The_word_alone_is_no_encryption() =>
        Assert.Null(WhyNot("%PDF-1.7\n(how to use /Encrypt in a file)\n%%EOF"));

    [Fact]
    public void An_encryption_that_is_not_there_is_not_understood() =>
        Assert.Equal("file-password", WhyNot("%PDF-1.7\ntrailer << /Encrypt 9 0 R >>\n%%EOF"));

    private static string Encrypted(string values, bool asLiterals = false)
    {
        var text = asLiterals ? System.Text.RegularExpressions.Regex.Replace(values, "<([0-9a-f]{4,})>", match => $"({Literal(Convert.FromHexString(match.Groups[1].Value))})") : values;
        return $"%PDF-1.7\n14 0 obj\n<< {text} >>\nendobj\ntrailer << /Root 1 0 R /ID [<{Id}><{Id}>] /Encrypt 14 0 R >>\nstartxref\n0\n%%EOF\n";
    }

    // Brackets and backslashes with a backslash, controls in octal, the rest as it is.
    private static string Literal(byte[] bytes) => string.Concat(bytes.Select(part => (char)part switch
    {
        '(' or ')' or '\\' => $"\\{(char)part}",
        '\n' => "\\n",
        < ' ' => "\\" + Convert.ToString(part, 8).PadLeft(3, '0'),
        var plain => plain.ToString(),
    }));

    private static string? WhyNot(string text)
    {
        using var content = new MemoryStream(Encoding.Latin1.GetBytes(text));
        return PdfFile.WhyNot(content)?.Code;
    }
}
