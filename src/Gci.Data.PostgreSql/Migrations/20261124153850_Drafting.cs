using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gci.Data.PostgreSql.Migrations
{
    /// <summary>Editions in the making. Their files are appended to and never changed: the database itself refuses.</summary>
    public partial class Drafting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    Edition = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    DerivedFrom = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    BegunBy = table.Column<Guid>(type: "uuid", nullable: false),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    GoodVersion = table.Column<int>(type: "integer", nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Edition);
                });

            migrationBuilder.CreateTable(
                name: "DraftFiles",
                columns: table => new
                {
                    Edition = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Act = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftFiles", x => new { x.Edition, x.Name, x.Revision });
                    table.ForeignKey(
                        name: "FK_DraftFiles_Drafts_Edition",
                        column: x => x.Edition,
                        principalTable: "Drafts",
                        principalColumn: "Edition",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DraftFiles_Edition_Version",
                table: "DraftFiles",
                columns: new[] { "Edition", "Version" });

            migrationBuilder.Sql("CREATE TRIGGER \"DraftFiles_append_only\" BEFORE UPDATE OR DELETE OR TRUNCATE ON \"DraftFiles\" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DraftFiles");

            migrationBuilder.DropTable(
                name: "Drafts");
        }
    }
}
