using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gci.Data.Sqlite.Migrations;

/// <summary>Verdicts, snapshots and the chains of runs are appended to and never changed: the database itself refuses.</summary>
[DbContext(typeof(GciDb))]
[Migration("20261124122000_AppendOnlyRuns")]
public partial class AppendOnlyRuns : Migration
{
    private static readonly string[] s_tables = ["Verdicts", "EvidenceVerdicts", "RunEntries", "Snapshots"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in s_tables)
        {
            foreach (var action in new[] { "UPDATE", "DELETE" })
            {
                migrationBuilder.Sql(
                    $"CREATE TRIGGER \"{table}_no_{action.ToLowerInvariant()}\" BEFORE {action} ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
            }
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in s_tables)
        {
            migrationBuilder.Sql($"DROP TRIGGER \"{table}_no_update\"; DROP TRIGGER \"{table}_no_delete\";");
        }
    }
}
