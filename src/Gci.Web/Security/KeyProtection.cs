using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gci.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Security;

/// <summary>
/// The keys of cookies and forms lie in the database, encrypted for a certificate that lies in the data folder: a copy of the database alone
/// signs nobody in. Every instance of a service needs the same file.
/// </summary>
internal static class KeyProtection
{
    internal static void AddKeys(this IServiceCollection services, ServiceOptions options) => services.AddDataProtection().SetApplicationName("GciEngine")
        .PersistKeysToDbContext<GciDb>().ProtectKeysWithCertificate(OpenOrMake(options.KeysCertificateFile));

    // Nobody checks who issued it or until when it is valid; only its key counts.
    private static X509Certificate2 OpenOrMake(string path)
    {
        if (!File.Exists(path))
        {
            using var key = RSA.Create(3072);
            var request = new CertificateRequest("CN=GciEngine data protection", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero));
            Write(path, $"{made.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        }

        return X509Certificate2.CreateFromPemFile(path);
    }

    // Whole or not at all, and for the owner's eyes only; where two instances start at once, the first one's stays.
    private static void Write(string path, string pem)
    {
        var unfinished = $"{path}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(unfinished, Encoding.ASCII, options))
        {
            writer.Write(pem);
        }

        try
        {
            File.Move(unfinished, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(unfinished);
        }
    }
}
