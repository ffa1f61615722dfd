using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveFeed.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <summary>Sessions can be listed and ended: refresh tokens say when and for what device they were made, and ended sessions are kept until their access tokens have expired. Invitations give a role to whoever has the link.</summary>
    public partial class Access : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "session_id",
                table: "stream_tickets",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "device",
                table: "refresh_tokens",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "issued_at",
                table: "refresh_tokens",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ended_sessions",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ended_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    event_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    role = table.Column<int>(type: "INTEGER", nullable: false),
                    team_ids = table.Column<string>(type: "TEXT", nullable: false),
                    uses_left = table.Column<int>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    creator_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitations", x => x.id);
                    table.ForeignKey(
                        name: "FK_invitations_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_refresh_tokens_user_id",
                table: "refresh_tokens",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_ended_sessions_ended_at",
                table: "ended_sessions",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "IX_ended_sessions_expires_at",
                table: "ended_sessions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_invitations_event_id",
                table: "invitations",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "IX_invitations_expires_at",
                table: "invitations",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_invitations_hash",
                table: "invitations",
                column: "hash",
                unique: true);
        }
    }
}
