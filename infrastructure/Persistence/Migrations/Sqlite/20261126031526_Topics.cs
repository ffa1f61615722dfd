using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveFeed.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <summary>
    /// Feeds belong to topics, of which the event is one kind: <c>events/{id}</c>. An entry has a check. A feed's entries are removed with its head.
    /// SQLite can't change a key of a table, so both tables are made anew, in one transaction.
    /// </summary>
    public partial class Topics : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            CREATE TABLE new_feed_heads (
                topic TEXT NOT NULL CONSTRAINT PK_feed_heads PRIMARY KEY, epoch TEXT NOT NULL, sequence INTEGER NOT NULL, access_version INTEGER NOT NULL
            );
            INSERT INTO new_feed_heads (topic, epoch, sequence, access_version)
                SELECT 'events/' || event_id, epoch, sequence, access_version FROM feed_heads;
            DROP TABLE feed_heads;
            ALTER TABLE new_feed_heads RENAME TO feed_heads;

            CREATE TABLE new_feed_entries (
                topic TEXT NOT NULL, sequence INTEGER NOT NULL, entry_check TEXT NULL, type TEXT NOT NULL, key TEXT NULL, removed INTEGER NOT NULL,
                match_id INTEGER NULL, team1_id INTEGER NULL, team2_id INTEGER NULL, division_id INTEGER NULL, payload BLOB NOT NULL,
                CONSTRAINT PK_feed_entries PRIMARY KEY (topic, sequence),
                CONSTRAINT FK_feed_entries_feed_heads_topic FOREIGN KEY (topic) REFERENCES feed_heads (topic) ON DELETE CASCADE
            );
            INSERT INTO new_feed_entries (topic, sequence, type, key, removed, match_id, team1_id, team2_id, division_id, payload)
                SELECT 'events/' || event_id, sequence, type, key, removed, match_id, team1_id, team2_id, division_id, payload FROM feed_entries
                WHERE EXISTS (SELECT 1 FROM feed_heads WHERE feed_heads.topic = 'events/' || feed_entries.event_id)
                ORDER BY event_id, sequence;
            DROP TABLE feed_entries;
            ALTER TABLE new_feed_entries RENAME TO feed_entries;
            CREATE INDEX IX_feed_entries_topic_key_sequence ON feed_entries (topic, key, sequence);
            """);
    }
}
