namespace Gci.Web.Mail;

/// <summary>The server that takes our mails.</summary>
/// <param name="Sender">The address that mails come from.</param>
public sealed record SmtpServer(string Host, string Sender)
{
    public int Port { get; init; } = 587;

    public SmtpTls Tls { get; init; } = SmtpTls.StartTls;

    /// <summary>Null where the server asks for no sign-in.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }
}

/// <summary>How the connection is encrypted.</summary>
public enum SmtpTls
{
    /// <summary>Not at all: for a server on the same machine.</summary>
    None,

    /// <summary>From the first byte on, as on port 465.</summary>
    Tls,

    /// <summary>By the command STARTTLS, which must succeed, as on port 587.</summary>
    StartTls,
}
