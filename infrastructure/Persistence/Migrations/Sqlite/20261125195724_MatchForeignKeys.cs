using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveFeed.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <summary>
    /// What belongs to a match refers to it. SQLite can't change a key of a table, so each is made anew. EF Core would do that in three
    /// transactions, and a start that is interrupted between them would leave a schema of no version; this is one. A table is replaced
    /// while no other refers to it, so that foreign keys can stay on.
    /// </summary>
    public partial class MatchForeignKeys : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            const string match = "FOREIGN KEY (event_id, match_id) REFERENCES matches (event_id, id) ON DELETE CASCADE";
            Replace(migrationBuilder, "scores", $"""
                event_id TEXT NOT NULL, match_id INTEGER NOT NULL, sets TEXT NOT NULL, status INTEGER NOT NULL, sets_won1 INTEGER NOT NULL,
                sets_won2 INTEGER NOT NULL, winner INTEGER NULL, version INTEGER NOT NULL, occurred_at INTEGER NOT NULL, updated_by TEXT NOT NULL,
                CONSTRAINT PK_scores PRIMARY KEY (event_id, match_id),
                CONSTRAINT FK_scores_matches_event_id_match_id {match}
                """, "matches.id", "event_id, match_id, sets, status, sets_won1, sets_won2, winner, version, occurred_at, updated_by");
            Replace(migrationBuilder, "score_revisions", """
                event_id TEXT NOT NULL, match_id INTEGER NOT NULL, version INTEGER NOT NULL, sets TEXT NOT NULL, status INTEGER NOT NULL,
                occurred_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, updated_by TEXT NOT NULL, client_update_id TEXT NULL,
                CONSTRAINT PK_score_revisions PRIMARY KEY (event_id, match_id, version),
                CONSTRAINT FK_score_revisions_scores_event_id_match_id
                    FOREIGN KEY (event_id, match_id) REFERENCES scores (event_id, match_id) ON DELETE CASCADE
                """, "scores.match_id", "event_id, match_id, version, sets, status, occurred_at, recorded_at, updated_by, client_update_id");
            Replace(migrationBuilder, "score_conflicts", $"""
                id TEXT NOT NULL CONSTRAINT PK_score_conflicts PRIMARY KEY, event_id TEXT NOT NULL, match_id INTEGER NOT NULL, sets TEXT NOT NULL,
                status INTEGER NOT NULL, occurred_at INTEGER NOT NULL, received_at INTEGER NOT NULL, user_id TEXT NOT NULL,
                client_update_id TEXT NULL, current_version INTEGER NOT NULL,
                CONSTRAINT FK_score_conflicts_matches_event_id_match_id {match}
                """, "matches.id", "id, event_id, match_id, sets, status, occurred_at, received_at, user_id, client_update_id, current_version");
            Replace(migrationBuilder, "claims", $"""
                event_id TEXT NOT NULL, match_id INTEGER NOT NULL, holder_id TEXT NOT NULL, holder_name TEXT NOT NULL, claimed_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL, told_expires_at INTEGER NOT NULL, uses INTEGER NOT NULL,
                CONSTRAINT PK_claims PRIMARY KEY (event_id, match_id),
                CONSTRAINT FK_claims_matches_event_id_match_id {match}
                """, "matches.id", "event_id, match_id, holder_id, holder_name, claimed_at, expires_at, told_expires_at, uses");
            Replace(migrationBuilder, "coverage", $"""
                event_id TEXT NOT NULL, user_id TEXT NOT NULL, match_id INTEGER NOT NULL, updated_at INTEGER NOT NULL,
                CONSTRAINT PK_coverage PRIMARY KEY (event_id, user_id, match_id),
                CONSTRAINT FK_coverage_matches_event_id_match_id {match}
                """, "matches.id", "event_id, user_id, match_id, updated_at");
            migrationBuilder.Sql("""
                CREATE INDEX IX_scores_event_id_status ON scores (event_id, status);
                CREATE INDEX IX_score_conflicts_event_id_match_id ON score_conflicts (event_id, match_id);
                CREATE INDEX IX_score_conflicts_event_id_received_at ON score_conflicts (event_id, received_at);
                CREATE INDEX IX_claims_expires_at ON claims (expires_at);
                CREATE INDEX IX_coverage_event_id_match_id ON coverage (event_id, match_id);
                """);
        }

        /// <summary>Copies the rows that have what they refer to (none are known that have not), and takes the table's place.</summary>
        private static void Replace(MigrationBuilder migrationBuilder, string table, string definition, string principal, string columns)
        {
            var parent = principal.Split('.')[0];
            migrationBuilder.Sql($"""
                CREATE TABLE new_{table} ({definition});
                INSERT INTO new_{table} ({columns}) SELECT {columns} FROM {table} WHERE EXISTS
                    (SELECT 1 FROM {parent} WHERE {parent}.event_id = {table}.event_id AND {principal} = {table}.match_id);
                DROP TABLE {table};
                ALTER TABLE new_{table} RENAME TO {table};
                """);
        }
    }
}
