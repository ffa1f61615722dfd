using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveFeed.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class HeadChecksAndInstances : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "checked_sequence",
                table: "feed_heads",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "last_check",
                table: "feed_heads",
                type: "character varying(4)",
                maxLength: 4,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "instances",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    beats = table.Column<long>(type: "bigint", nullable: false),
                    hears_itself = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_instances", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "schema_compatibility",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    oldest_migration = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schema_compatibility", x => x.id);
                });

            migrationBuilder.InsertData(
                table: "schema_compatibility",
                columns: new[] { "id", "oldest_migration" },
                values: new object[] { 1, "HeadChecksAndInstances" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "instances");

            migrationBuilder.DropTable(
                name: "schema_compatibility");

            migrationBuilder.DropColumn(
                name: "checked_sequence",
                table: "feed_heads");

            migrationBuilder.DropColumn(
                name: "last_check",
                table: "feed_heads");
        }
    }
}
