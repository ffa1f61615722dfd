namespace LiveFeed.Testing;

/// <summary>What tests do to a hot standby of PostgreSQL.</summary>
public static class PostgresReplication
{
    /// <summary>Lets a standby lag from now on: it receives what is written, and doesn't show it.</summary>
    public static async Task PauseReplayAsync(this PostgresCluster replica)
    {
        await replica.ExecuteInAsync("postgres", "SELECT pg_wal_replay_pause()");
        await Eventually.TrueAsync(async () => await replica.ExecuteInAsync("postgres", "SELECT pg_get_wal_replay_pause_state()") is "paused");
    }

    public static Task ResumeReplayAsync(this PostgresCluster replica) => replica.ExecuteInAsync("postgres", "SELECT pg_wal_replay_resume()");

    /// <summary>Waits until a standby shows everything that is committed.</summary>
    public static async Task CaughtUpAsync(this PostgresCluster replica, PostgresCluster primary)
    {
        var written = await primary.ExecuteInAsync("postgres", "SELECT pg_current_wal_lsn()::text");
        await Eventually.TrueAsync(
            async () => await replica.ExecuteInAsync("postgres", $"SELECT pg_last_wal_replay_lsn() >= '{written}'::pg_lsn") is true, "The replica does not catch up.");
    }

    /// <summary>Makes a standby a database of its own, which takes writes and follows nobody.</summary>
    public static async Task PromoteAsync(this PostgresCluster replica) => Assert.Equal(true, await replica.ExecuteInAsync("postgres", "SELECT pg_promote()"));
}
