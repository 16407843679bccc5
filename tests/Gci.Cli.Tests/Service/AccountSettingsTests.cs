using Gci.Testing;

namespace Gci.Cli.Tests.Service;

/// <summary>Settings of accounts and mail that do not fit together are refused before anything is made.</summary>
public sealed class AccountSettingsTests
{
    [Theory]
    [InlineData("--smtp-host needs --smtp-sender, the address that mails come from.", "--smtp-host", "mail.example.org")]
    [InlineData("\"none@\" is not an e-mail address; --smtp-sender takes one such as gci@example.org.", "--smtp-host", "mail.example.org", "--smtp-sender", "none@")]
    [InlineData("\"70000\" is not a port.", "--smtp-host", "mail.example.org", "--smtp-sender", "gci@example.org", "--smtp-port", "70000")]
    [InlineData("\"ssl\" is not a way to encrypt; --smtp-tls takes starttls, tls or none.", "--smtp-host", "mail.example.org", "--smtp-sender", "gci@example.org", "--smtp-tls", "ssl")]
    [InlineData("There is no file no-such-file.", "--smtp-host", "mail.example.org", "--smtp-sender", "gci@example.org", "--smtp-password-file", "no-such-file")]
    [InlineData("--oidc-authority needs --oidc-client-id and --oidc-client-secret-file.", "--oidc-authority", "https://id.example.org", "--oidc-client-id", "gci")]
    [InlineData("\"id.example.org\" is not an address that begins with https://.", "--oidc-authority", "id.example.org")]
    [InlineData("\"gci.example.org\" is not an address that begins with https://.", "--address", "gci.example.org")]
    [InlineData("no-such-list is no list of breached passwords: each line holds a SHA-1 in capitals, a colon and a count.", "--breached-passwords", "no-such-list")]
    public async Task What_does_not_fit_together_is_wrong_usage(string sentence, params string[] options)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(new(2, "", sentence + "\n"), await Verb.RunAsync(["serve", "--data", folder.At("data"), .. options]));
        Assert.Empty(TemporaryFolder.Content(folder.Path));
    }

    [Fact]
    public async Task An_invitation_prints_its_link_and_says_what_is_wrong_otherwise()
    {
        using var folder = new TemporaryFolder();
        string[] invite = ["invite", "--data", folder.At("data"), "--address", "https://gci.example.org/", "--name", "Berta"];

        var made = await Verb.RunAsync([.. invite, "--email", "berta@example.org", "--role", "administrator"]);

        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.Matches("^https://gci\\.example\\.org/account/invitation/[0-9a-f]{64}\n$", made.Output);
        Assert.Equal(new(2, "", "Give a full e-mail address, such as name@example.org.\n"), await Verb.RunAsync([.. invite, "--email", "berta", "--role", "expert"]));
        Assert.Equal(
            new(2, "", "Choose a country for a focal point or contributor, and none for anybody else.\n"),
            await Verb.RunAsync([.. invite, "--email", "b@example.org", "--role", "focal-point"]));
    }
}
