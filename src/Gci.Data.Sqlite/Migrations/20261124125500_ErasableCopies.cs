using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gci.Data.Sqlite.Migrations;

/// <summary>Answers stay append-only, but those of a private copy that its owner deleted may be erased.</summary>
[DbContext(typeof(GciDb))]
[Migration("20261124125500_ErasableCopies")]
public partial class ErasableCopies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        DROP TRIGGER "Answers_no_delete";
        CREATE TRIGGER "Answers_no_delete" BEFORE DELETE ON "Answers"
        WHEN NOT EXISTS (SELECT 1 FROM "Responses" WHERE "Id" = OLD."ResponseId" AND "Kind" = 'SelfAssessment' AND "State" = 'Deleted')
        BEGIN SELECT RAISE(ABORT, 'Answers is append-only'); END;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        DROP TRIGGER "Answers_no_delete";
        CREATE TRIGGER "Answers_no_delete" BEFORE DELETE ON "Answers" BEGIN SELECT RAISE(ABORT, 'Answers is append-only'); END;
        """);
}
