using LiveFeed.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveFeed.Benchmarks.Season;

/// <summary>A SQLite file of the server, while no server uses it.</summary>
internal sealed class SeasonDatabase(string file)
{
    // A score's entry and revision again and again, each with the next version: as scorekeepers would have made them. The log's last entries are the state.
    private const string Fill = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)
        INSERT INTO feed_entries (topic, sequence, entry_check, type, key, removed, match_id, team1_id, team2_id, division_id, moved_to, payload)
        SELECT t.topic, h.sequence + n.i, substr('abcdefghijkmnpqrstuvwxyz', 1 + n.i % 20, 4), t.type, t.key, 0, t.match_id, t.team1_id, t.team2_id, t.division_id, t.moved_to,
            CAST(json_set(CAST(t.payload AS TEXT), '$.version', s.version + (n.i + $matches - 1) / $matches, '$.sets[0].team1', (n.i + $matches - 1) / $matches % 900) AS BLOB)
        FROM n
        JOIN feed_heads h ON h.topic = $topic
        JOIN scores s ON s.event_id = $event AND s.match_id = 1 + (n.i - 1) % $matches
        JOIN feed_entries t ON t.topic = $topic AND t.sequence = (SELECT max(sequence) FROM feed_entries e WHERE e.topic = $topic AND e.key = 'score/' || s.match_id);

        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)
        INSERT INTO score_revisions (event_id, match_id, version, sets, status, occurred_at, recorded_at, updated_by, client_update_id)
        SELECT r.event_id, r.match_id, s.version + (n.i + $matches - 1) / $matches, json_set(r.sets, '$[0][0]', (n.i + $matches - 1) / $matches % 900), r.status, r.occurred_at, r.recorded_at, r.updated_by, NULL
        FROM n
        JOIN scores s ON s.event_id = $event AND s.match_id = 1 + (n.i - 1) % $matches
        JOIN score_revisions r ON r.event_id = $event AND r.match_id = s.match_id AND r.version = s.version;

        UPDATE scores SET
            version = (SELECT max(version) FROM score_revisions r WHERE r.event_id = scores.event_id AND r.match_id = scores.match_id),
            sets = (SELECT sets FROM score_revisions r WHERE r.event_id = scores.event_id AND r.match_id = scores.match_id ORDER BY version DESC LIMIT 1)
        WHERE event_id = $event;

        UPDATE feed_heads SET
            sequence = (SELECT max(sequence) FROM feed_entries e WHERE e.topic = $topic),
            checked_sequence = (SELECT max(sequence) FROM feed_entries e WHERE e.topic = $topic),
            last_check = (SELECT entry_check FROM feed_entries e WHERE e.topic = $topic ORDER BY sequence DESC LIMIT 1)
        WHERE topic = $topic;
        """;

    public long Size => new FileInfo(file).Length;

    /// <summary>Adds entries to an event's log, whose matches each have one score.</summary>
    public async Task FillAsync(string eventId, int matches, int count)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Fill;
        command.Parameters.AddWithValue("$count", count);
        command.Parameters.AddWithValue("$matches", matches);
        command.Parameters.AddWithValue("$event", eventId);
        command.Parameters.AddWithValue("$topic", "events/" + eventId);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    public async Task<long> ReadAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }

    public async Task RunAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Takes the newest migration back, so that the next start migrates.</summary>
    public async Task MigrateBackAsync()
    {
        await using var db = new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite($"Data Source={file};Pooling=False").Options);
        await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().Reverse().ElementAt(1));
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }
}
