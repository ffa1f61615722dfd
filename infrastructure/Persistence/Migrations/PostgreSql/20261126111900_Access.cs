using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveFeed.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <summary>Sessions can be listed and ended: refresh tokens say when and for what device they were made, and ended sessions are kept until their access tokens have expired. Invitations give a role to whoever has the link.</summary>
    public partial class Access : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "session_id",
                table: "stream_tickets",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "device",
                table: "refresh_tokens",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "issued_at",
                table: "refresh_tokens",
                type: "timestamp(3) with time zone",
                precision: 3,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ended_sessions",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ended_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    event_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    role = table.Column<int>(type: "integer", nullable: false),
                    team_ids = table.Column<string>(type: "text", nullable: false),
                    uses_left = table.Column<int>(type: "integer", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    creator_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
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
