using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveFeed.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <summary>
    /// Feeds belong to topics, of which the event is one kind: <c>events/{id}</c>. An entry has a check. A feed's entries are removed with its head.
    /// </summary>
    public partial class Topics : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(name: "FK_feed_entries_events_event_id", table: "feed_entries");
            migrationBuilder.DropForeignKey(name: "FK_feed_heads_events_event_id", table: "feed_heads");
            migrationBuilder.DropPrimaryKey(name: "PK_feed_heads", table: "feed_heads");
            migrationBuilder.DropPrimaryKey(name: "PK_feed_entries", table: "feed_entries");
            migrationBuilder.DropIndex(name: "IX_feed_entries_event_id_key_sequence", table: "feed_entries");

            foreach (var table in new[] { "feed_heads", "feed_entries" })
            {
                migrationBuilder.AlterColumn<string>(
                    name: "event_id", table: table, type: "character varying(160)", maxLength: 160, nullable: false, collation: "C",
                    oldClrType: typeof(string), oldType: "character varying(64)", oldMaxLength: 64, oldCollation: "C");
                migrationBuilder.RenameColumn(name: "event_id", table: table, newName: "topic");
                migrationBuilder.Sql($"UPDATE {table} SET topic = 'events/' || topic;");
            }

            migrationBuilder.AddColumn<string>(
                name: "entry_check", table: "feed_entries", type: "character varying(4)", maxLength: 4, nullable: true, collation: "C");
            migrationBuilder.AddPrimaryKey(name: "PK_feed_heads", table: "feed_heads", column: "topic");
            migrationBuilder.AddPrimaryKey(name: "PK_feed_entries", table: "feed_entries", columns: new[] { "topic", "sequence" });
            migrationBuilder.CreateIndex(
                name: "IX_feed_entries_topic_key_sequence", table: "feed_entries", columns: new[] { "topic", "key", "sequence" });
            // None are known; but an entry without its head would keep the new key from being made.
            migrationBuilder.Sql(
                "DELETE FROM feed_entries WHERE NOT EXISTS (SELECT 1 FROM feed_heads WHERE feed_heads.topic = feed_entries.topic);");
            migrationBuilder.AddForeignKey(
                name: "FK_feed_entries_feed_heads_topic", table: "feed_entries", column: "topic",
                principalTable: "feed_heads", principalColumn: "topic", onDelete: ReferentialAction.Cascade);
        }
    }
}
