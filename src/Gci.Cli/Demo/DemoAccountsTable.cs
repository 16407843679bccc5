using Gci.Data.Accounts;
using Gci.Editions;

namespace Gci.Cli.Demo;

/// <summary>Who can sign in to the demonstration, as a table for people.</summary>
internal static class DemoAccountsTable
{
    internal static string Text(IEnumerable<Account> accounts, Edition edition)
    {
        string[][] rows =
        [
            ["Role", "Name", "Country", "Language", "Sign-in name"],
            .. accounts.Select(account => (string[])
            [
                RoleNames.Of(account.Role), account.Name, account.Country is { } code ? edition.Countries[code].NameIn("en") : "", account.Language, account.UserName!,
            ]),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Concat(rows.Select(row => $"{string.Join("  ", row.Zip(widths, (cell, width) => cell.PadRight(width))).TrimEnd()}\n"));
    }

    internal static string File(DemoPeople people, Edition edition) =>
        $"Illustrative accounts of ./gci demo: invented people. The password of all is: {DemoPeople.Password}\n\n{Text(people.All, edition)}";
}
