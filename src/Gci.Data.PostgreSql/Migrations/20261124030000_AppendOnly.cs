using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gci.Data.PostgreSql.Migrations;

/// <summary>Answers, the audit chain and the seals are appended to and never changed: the database itself refuses.</summary>
[DbContext(typeof(GciDb))]
[Migration("20261124030000_AppendOnly")]
public partial class AppendOnly : Migration
{
    private static readonly string[] s_tables = ["Answers", "AuditEntries", "Seals", "SealedHeads"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;");
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

        migrationBuilder.Sql("DROP FUNCTION refuse_change();");
    }
}
