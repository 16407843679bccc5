using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gci.Data.Accounts;
using Gci.Editions;
using Microsoft.AspNetCore.Identity;

namespace Gci.Cli.Demo;

/// <summary>
/// The invented people of the demonstration: those of <c>people.csv</c>, and a focal point for every other country with a name from
/// <c>names.csv</c>. The same in every run, but for the hash of the one password that all of them have.
/// </summary>
internal sealed class DemoPeople
{
    /// <summary>Weak on purpose, because everybody who runs the demonstration reads it.</summary>
    internal const string Password = "only a demonstration";

    /// <summary>The id of the account by which a demonstration's database is known: the first administrator's.</summary>
    internal static Guid First { get; } = IdOf("helen.marsden@secretariat.example.org");

    private readonly string _hash = new PasswordHasher<Account>().HashPassword(new Account(), Password);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly string[][] _pools;

    internal DemoPeople(Edition edition)
    {
        _pools = [.. Lines("names.csv")];
        var named = Lines("people.csv").Where(person => person[1].Length == 0 || edition.Countries.ContainsKey(person[1])).ToArray();
        var led = named.Where(person => person[0] == nameof(Role.FocalPoint)).Select(person => person[1]).ToHashSet();
        All =
        [
            .. named.Select(person => Make(Enum.Parse<Role>(person[0]), person[1].Length == 0 ? null : edition.Countries[person[1]], person[2], person[3])),
            .. edition.Countries.Values.Where(country => !led.Contains(country.Iso3)).Select(FocalPointOf),
        ];
        FocalPoints = All.Where(account => account.Role == Role.FocalPoint).ToDictionary(account => account.Country!);
    }

    /// <summary>The named ones first.</summary>
    internal IReadOnlyList<Account> All { get; }

    /// <summary>By country.</summary>
    internal IReadOnlyDictionary<string, Account> FocalPoints { get; }

    /// <summary>The people who are worth showing in a table: staff, experts and the countries that have more than a focal point to show.</summary>
    internal IEnumerable<Account> Shown => All.Take(Lines("people.csv").Count());

    internal IReadOnlyList<Account> With(Role role, string? country = null) => [.. All.Where(account => account.Role == role && account.Country == country)];

    private static IEnumerable<string[]> Lines(string name)
    {
        using var stream = typeof(DemoPeople).Assembly.GetManifestResourceStream($"Demo/{name}")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];
    }

    private Account FocalPointOf(Gci.Editions.Methodology.Country country)
    {
        var pool = Array.Find(_pools, pool => pool[1].Contains(country.Iso3, StringComparison.Ordinal)) ?? _pools[^1];
        return Make(Role.FocalPoint, country, pool[0], $"{Pick(pool[2], country.Iso3 + "given")} {Pick(pool[3], country.Iso3 + "family")}");
    }

    private static string Pick(string names, string by) => names.Split(' ') is var list ? list[(int)(StableHash.Share(by) * list.Length)] : "";

    private Account Make(Role role, Gci.Editions.Methodology.Country? country, string language, string name)
    {
        var place = role == Role.Expert ? "experts" : country?.Iso2.ToLowerInvariant() ?? "secretariat";
        var email = $"{Plain(name).Replace(' ', '.')}@{place}.example.org";
        if (!_taken.Add(email))
        {
            throw new InvalidOperationException($"Two people of the demonstration would be {email}.");
        }

        return new()
        {
            Id = IdOf(email),
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            PasswordHash = _hash,
            SecurityStamp = IdOf($"stamp {email}").ToString("N"),
            ConcurrencyStamp = IdOf($"version {email}").ToString(),
            LockoutEnabled = true,
            Role = role,
            Name = name,
            Country = country?.Iso3,
            Language = language,
            CreatedAt = DemoCalendar.Accounts,
        };
    }

    /// <summary>Letters without their marks, such as <c>lucia ferreira</c>.</summary>
    private static string Plain(string name)
    {
        var letters = name.ToLowerInvariant().Replace('ı', 'i').Replace('ð', 'd').Replace("ø", "o", StringComparison.Ordinal).Normalize(NormalizationForm.FormD);
        return string.Concat(letters.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
    }

    private static Guid IdOf(string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80)); // version 8: made by our own rule
        return new(bytes, bigEndian: true);
    }
}
