using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveFeed.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ScorerLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "scorer_device",
                table: "users",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scorer_event_id",
                table: "users",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scorer_link_id",
                table: "users",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "scorer_until",
                table: "users",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "scorer_links",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    event_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    court_id = table.Column<int>(type: "INTEGER", nullable: true),
                    match_id = table.Column<int>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    creator_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scorer_links", x => x.id);
                    table.ForeignKey(
                        name: "FK_scorer_links_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_users_scorer_link_id",
                table: "users",
                column: "scorer_link_id");

            migrationBuilder.CreateIndex(
                name: "IX_scorer_links_event_id",
                table: "scorer_links",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "IX_scorer_links_expires_at",
                table: "scorer_links",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_scorer_links_hash",
                table: "scorer_links",
                column: "hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "scorer_links");

            migrationBuilder.DropIndex(
                name: "IX_users_scorer_link_id",
                table: "users");

            migrationBuilder.DropColumn(
                name: "scorer_device",
                table: "users");

            migrationBuilder.DropColumn(
                name: "scorer_event_id",
                table: "users");

            migrationBuilder.DropColumn(
                name: "scorer_link_id",
                table: "users");

            migrationBuilder.DropColumn(
                name: "scorer_until",
                table: "users");
        }
    }
}
