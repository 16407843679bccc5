using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gci.Data.PostgreSql.Migrations;

/// <summary>Answers stay append-only, but those of a private copy that its owner deleted may be erased.</summary>
[DbContext(typeof(GciDb))]
[Migration("20261124125500_ErasableCopies")]
public partial class ErasableCopies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE FUNCTION refuse_erasure() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF EXISTS (SELECT 1 FROM "Responses" WHERE "Id" = OLD."ResponseId" AND "Kind" = 'SelfAssessment' AND "State" = 'Deleted') THEN RETURN OLD; END IF;
            RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
        END $$;
        DROP TRIGGER "Answers_append_only" ON "Answers";
        CREATE TRIGGER "Answers_append_only" BEFORE UPDATE OR TRUNCATE ON "Answers" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER "Answers_no_delete" BEFORE DELETE ON "Answers" FOR EACH ROW EXECUTE FUNCTION refuse_erasure();
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        DROP TRIGGER "Answers_no_delete" ON "Answers";
        DROP TRIGGER "Answers_append_only" ON "Answers";
        CREATE TRIGGER "Answers_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Answers" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        DROP FUNCTION refuse_erasure();
        """);
}
