using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveFeed.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class TeamTies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "places_from",
                table: "pools",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "part_of",
                table: "matches",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "rubber",
                table: "matches",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_matches_event_id_part_of",
                table: "matches",
                columns: new[] { "event_id", "part_of" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_matches_event_id_part_of",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "places_from",
                table: "pools");

            migrationBuilder.DropColumn(
                name: "part_of",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "rubber",
                table: "matches");
        }
    }
}
