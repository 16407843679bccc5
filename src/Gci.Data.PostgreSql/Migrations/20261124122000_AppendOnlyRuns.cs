using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gci.Data.PostgreSql.Migrations;

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
            migrationBuilder.Sql(
                $"CREATE TRIGGER \"{table}_append_only\" BEFORE UPDATE OR DELETE OR TRUNCATE ON \"{table}\" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in s_tables)
        {
            migrationBuilder.Sql($"DROP TRIGGER \"{table}_append_only\" ON \"{table}\";");
        }
    }
}
