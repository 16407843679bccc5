using System.Globalization;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Gci.Web.Mail;

/// <summary>Where mails leave us.</summary>
internal interface IOutbox : IDisposable
{
    /// <summary>Whether another mail may be tried after one that failed.</summary>
    bool IsReady { get; }

    /// <summary>Returns once the mail is in other hands.</summary>
    Task SendAsync(MimeMessage mail, CancellationToken cancel);
}

/// <summary>A mail server. One connection serves a whole run.</summary>
internal sealed class SmtpOutbox(SmtpServer server) : IOutbox
{
    private readonly SmtpClient _client = new() { Timeout = 30_000 };

    public bool IsReady => _client.IsConnected;

    public async Task SendAsync(MimeMessage mail, CancellationToken cancel)
    {
        if (!_client.IsConnected)
        {
            await _client.ConnectAsync(server.Host, server.Port, server.Tls switch { SmtpTls.Tls => SecureSocketOptions.SslOnConnect, SmtpTls.StartTls => SecureSocketOptions.StartTls, _ => SecureSocketOptions.None }, cancel);
            if (server.User is { } user)
            {
                await _client.AuthenticateAsync(user, server.Password ?? "", cancel);
            }
        }

        await _client.SendAsync(mail, cancel);
    }

    public void Dispose()
    {
        if (_client.IsConnected)
        {
            _client.Disconnect(quit: true);
        }

        _client.Dispose();
    }
}

/// <summary>A folder of .eml files, where no mail server is configured: to be read, or taken over by another program.</summary>
internal sealed class PickupFolder(string folder) : IOutbox
{
    public bool IsReady => true;

    public async Task SendAsync(MimeMessage mail, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var name = $"{mail.Date.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{mail.MessageId!.Split('@')[0]}.eml";
        var (path, unfinished) = (Path.Combine(folder, name), Path.Combine(folder, $"{name}.part"));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(unfinished, options))
        {
            await mail.WriteToAsync(file, cancel);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    public void Dispose()
    {
    }
}
