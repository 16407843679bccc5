using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gci.Data;

/// <summary>SQLite has no type for times; as whole milliseconds they sort and compare.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    time => time.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

internal static class Provider
{
    internal static bool IsSqliteProvider(this DatabaseFacade database) =>
        database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
}
