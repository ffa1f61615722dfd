using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveFeed.Infrastructure.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TeamInvitations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_invitations_event_id",
                table: "invitations");

            migrationBuilder.AddColumn<int>(
                name: "in_team",
                table: "invitations",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "team_id",
                table: "invitations",
                type: "int",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_invitations_event_id_team_id",
                table: "invitations",
                columns: new[] { "event_id", "team_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_invitations_event_id_team_id",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "in_team",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "team_id",
                table: "invitations");

            migrationBuilder.CreateIndex(
                name: "IX_invitations_event_id",
                table: "invitations",
                column: "event_id");
        }
    }
}
