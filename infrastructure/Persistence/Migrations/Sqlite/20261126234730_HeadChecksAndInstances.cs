using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveFeed.Infrastructure.Persistence.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "last_check",
                table: "feed_heads",
                type: "TEXT",
                maxLength: 4,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "instances",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    beats = table.Column<long>(type: "INTEGER", nullable: false),
                    hears_itself = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_instances", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "schema_compatibility",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    oldest_migration = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false)
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
