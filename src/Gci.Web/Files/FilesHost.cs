using System.Security.Cryptography;
using Gci.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Files;

/// <summary>
/// A host name of its own for files, where one is configured: whatever a file could do to a browser, it would do to a host that knows
/// no cookies and serves nothing else. Who may read a file is sent there with an address that works for a minute.
/// </summary>
internal sealed class FilesHost(ServiceOptions options, IDataProtectionProvider keys)
{
    private static readonly TimeSpan s_validFor = TimeSpan.FromMinutes(1);

    private readonly ITimeLimitedDataProtector _protector = keys.CreateProtector("Gci.Web.Files").ToTimeLimitedDataProtector();

    /// <summary>The address that gives a file for a minute; null where files have no host of their own.</summary>
    internal string? AddressOf(Guid file) => options.FilesAddress is { } address
        ? $"{address.GetLeftPart(UriPartial.Authority)}/{WebEncoders.Base64UrlEncode(_protector.Protect(file.ToByteArray(), s_validFor))}"
        : null;

    internal static void Use(WebApplication app)
    {
        if (app.Services.GetRequiredService<ServiceOptions>().FilesAddress is { } address)
        {
            app.MapWhen(
                http => string.Equals(http.Request.Host.Host, address.Host, StringComparison.OrdinalIgnoreCase) && (http.Request.Host.Port ?? address.Port) == address.Port,
                host => host.Run(http => http.RequestServices.GetRequiredService<FilesHost>().AnswerAsync(http)));
        }
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var file = HttpMethods.IsGet(http.Request.Method) && FileOf(http.Request.Path) is { } id
            ? await services.GetRequiredService<GciDb>().Files.AsNoTracking().FirstOrDefaultAsync(file => file.Id == id, http.RequestAborted)
            : null;
        var answer = file is null || FileDownload.WhyNot(file) is not null
            ? Results.NotFound()
            : await FileDownload.SendAsync(file, services.GetRequiredService<IFileStore>(), http, http.RequestAborted);
        await answer.ExecuteAsync(http);
    }

    private Guid? FileOf(PathString path)
    {
        try
        {
            return new Guid(_protector.Unprotect(WebEncoders.Base64UrlDecode(path.Value!.TrimStart('/'))));
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
