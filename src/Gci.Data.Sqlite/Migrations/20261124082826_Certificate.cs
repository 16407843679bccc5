using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gci.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Certificate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CertifiedHash",
                table: "Responses",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CertifiedName",
                table: "Responses",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CertifiedOffice",
                table: "Responses",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CertifiedUnanswered",
                table: "Responses",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CertifiedHash",
                table: "Responses");

            migrationBuilder.DropColumn(
                name: "CertifiedName",
                table: "Responses");

            migrationBuilder.DropColumn(
                name: "CertifiedOffice",
                table: "Responses");

            migrationBuilder.DropColumn(
                name: "CertifiedUnanswered",
                table: "Responses");
        }
    }
}
