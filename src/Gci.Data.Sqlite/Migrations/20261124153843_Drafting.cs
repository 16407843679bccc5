using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gci.Data.Sqlite.Migrations
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
                    Edition = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    DerivedFrom = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    BegunBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    GoodVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Edition);
                });

            migrationBuilder.CreateTable(
                name: "DraftFiles",
                columns: table => new
                {
                    Edition = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
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

            migrationBuilder.Sql("CREATE TRIGGER \"DraftFiles_no_update\" BEFORE UPDATE ON \"DraftFiles\" BEGIN SELECT RAISE(ABORT, 'DraftFiles is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER \"DraftFiles_no_delete\" BEFORE DELETE ON \"DraftFiles\" BEGIN SELECT RAISE(ABORT, 'DraftFiles is append-only'); END;");
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
