using System.Security.Cryptography;

namespace Gci.Data.Auditing;

/// <summary>The key that signs seals. It lies in a file beside the database, never in it, and is made when there is none.</summary>
public sealed class SealKey : IDisposable
{
    private readonly ECDsa _key;

    private SealKey(ECDsa key) => _key = key;

    /// <summary>Reads the key, or makes it; only the owner of the file can read it.</summary>
    public static SealKey OpenOrMake(string path)
    {
        if (File.Exists(path))
        {
            var read = ECDsa.Create();
            read.ImportFromPem(File.ReadAllText(path));
            return new(read);
        }

        var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(made.ExportPkcs8PrivateKeyPem());
        return new(made);
    }

    public string Sign(string hash) => Convert.ToHexStringLower(_key.SignData(Convert.FromHexString(hash), HashAlgorithmName.SHA256));

    public bool Verifies(string hash, string signature)
    {
        try
        {
            return _key.VerifyData(Convert.FromHexString(hash), Convert.FromHexString(signature), HashAlgorithmName.SHA256);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    public void Dispose() => _key.Dispose();
}
