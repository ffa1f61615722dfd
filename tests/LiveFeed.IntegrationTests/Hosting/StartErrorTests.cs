using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using LiveFeed.IntegrationTests.Support;
using Microsoft.Data.Sqlite;

namespace LiveFeed.IntegrationTests.Hosting;

/// <summary>A start that fails for a reason outside the program says which in one line.</summary>
public sealed class StartErrorTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("livefeed-test-").FullName;

    private string DatabaseFile => Path.Combine(data, "livefeed.db");

    public void Dispose() => Directory.Delete(data, true);

    [Theory]
    [InlineData("Proxies:0=not-an-ip", "LiveFeed:Proxies has \"not-an-ip\"")]
    [InlineData("Jwt:SigningKey=short", "LiveFeed:Jwt:SigningKey needs at least 32 bytes")]
    [InlineData("Jwt:PreviousSigningKeys:0=short", "LiveFeed:Jwt:PreviousSigningKeys: each needs at least 32 bytes")]
    [InlineData("Claims:Lease=soon", "'LiveFeed:Claims:Lease'")]
    [InlineData("Claims:Lease=-00:00:01", "Lease")]
    [InlineData("Frames:Ancestors='self'; script-src *", "LiveFeed:Frames:Ancestors takes 'self'")]
    [InlineData("Frames:Ancestors=club.example", "LiveFeed:Frames:Ancestors takes 'self'")]
    [InlineData("Feed:KeepAlive=00:00:31", "LiveFeed:Feed:KeepAlive must be between 0.1 s and 30 s")]
    [InlineData("Database:Provider=Oracle", "'LiveFeed:Database:Provider'")]
    [InlineData("Database:ReadTimeout=00:00:00", "ReadTimeout")]
    [InlineData("Redis:Lease=00:00:01", "LiveFeed:Redis:Lease must be at least twice as long as LiveFeed:Redis:HeartbeatEvery and LiveFeed:Redis:Timeout together")]
    [InlineData("Redis:TokensHeld=00:00:00.500", "TokensHeld")]
    public async Task A_wrong_setting_is_named(string setting, string expected) => await AssertFailsAsync(expected, setting);

    [SqliteFact]
    public Task A_replica_of_SQLite_is_named() =>
        AssertFailsAsync("LiveFeed:Database:ReadConnectionString needs PostgreSql or SqlServer: SQLite has no replicas.", "Database:ReadConnectionString=Host=replica");

    [Theory]
    [InlineData("PostgreSql", "Host=db;Database=livefeed", "Port=many")]
    [InlineData("PostgreSql", "Host=db;Database=livefeed", "Database=livefeed")]
    [InlineData("SqlServer", "Server=db;Database=livefeed", "Speed=1")]
    public async Task A_connection_string_of_a_replica_that_cannot_be_read_is_named(string provider, string connection, string replica) => await AssertFailsAsync(
        "LiveFeed:Database:ReadConnectionString can't be read.",
        $"Database:Provider={provider}", $"Database:ConnectionString={connection}", $"Database:ReadConnectionString={replica}");

    [SqliteFact]
    public async Task A_data_folder_that_is_a_file_is_named()
    {
        var file = Path.Combine(data, "a-file");
        await File.WriteAllTextAsync(file, "");
        await AssertFailsAsync($"The data folder {file} can't be created", $"DataDirectory={file}");
    }

    [SqliteFact]
    public async Task A_database_that_is_no_database_is_named()
    {
        await File.WriteAllTextAsync(DatabaseFile, string.Concat(Enumerable.Repeat("This is a letter to somebody. ", 1_000)));
        await AssertFailsAsync($"The file {DatabaseFile} is damaged, or no SQLite database");
    }

    [SqliteFact]
    public async Task Half_a_database_is_named()
    {
        await using (await LiveFeedServer.OverAsync(data))
        {
            // It makes the file.
        }

        SqliteConnection.ClearAllPools();
        await using (var file = File.Open(DatabaseFile, FileMode.Open))
            file.SetLength(file.Length / 2);
        await AssertFailsAsync($"The file {DatabaseFile} is damaged");
    }

    /// <summary>On another database, the tests themselves set it.</summary>
    [SqliteFact]
    public async Task A_database_server_needs_a_connection_string() => await AssertFailsAsync("LiveFeed:Database:ConnectionString", "Database:Provider=PostgreSql");

    [SqliteFact]
    public async Task A_database_file_that_cannot_be_opened_is_named()
    {
        Directory.CreateDirectory(DatabaseFile);
        await AssertFailsAsync($"The database file {DatabaseFile} can't be used by {Environment.UserName}");
    }

    /// <summary>The files of another user look like this, and what an administrator has locked away.</summary>
    [UnsupportedOSPlatform("windows")]
    [OrdinaryUserTheory]
    [InlineData("", 0b000_000_000)]
    [InlineData("", 0b101_000_000)]
    [InlineData("livefeed.db", 0b000_000_000)]
    [InlineData("livefeed.db", 0b100_000_000)]
    [InlineData("livefeed.db", 0b100_100_100)]
    public async Task A_file_or_folder_that_may_not_be_written_is_named_and_stays_as_it_is(string name, int mode)
    {
        if (name.Length > 0)
        {
            await using (await LiveFeedServer.OverAsync(data))
            {
                // It makes the file.
            }

            SqliteConnection.ClearAllPools();
        }

        var path = Path.Combine(data, name);
        File.SetUnixFileMode(path, (UnixFileMode)mode);
        try
        {
            await AssertFailsAsync(OrdinaryUser.WrapperFor(data), $"The database file {DatabaseFile} can't be used by {OrdinaryUser.Name}: ");
            Assert.Equal(0, (int)File.GetUnixFileMode(path) & 0b010_010_010);
        }
        finally
        {
            File.SetUnixFileMode(path, (UnixFileMode)0b111_000_000);
        }
    }

    [Fact]
    public async Task An_address_in_use_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        // Work in the background has begun by then, and must not fail while the server gives up.
        await AssertFailsAsync("Stop the program that listens there, or listen elsewhere", $"/urls=http://{listener.LocalEndpoint}", "Feed:TailCheck=00:00:00.05");
    }

    [Fact]
    public async Task A_start_that_waits_for_another_process_says_so_and_goes_on()
    {
        await using (await LiveFeedServer.OverAsync(data))
        {
            // It makes the file.
        }

        SqliteConnection.ClearAllPools();
        await using var other = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        await other.OpenAsync();
        Execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
        using var server = await ServerProcess.StartAsync(data, async line =>
        {
            if (line.Contains($"Another process has locked {DatabaseFile}", StringComparison.Ordinal))
                await other.DisposeAsync();
        });

        void Execute(string sql)
        {
            using var command = other.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    [SqliteFact]
    public async Task A_lock_that_is_never_released_ends_the_start()
    {
        await using var other = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "CREATE TABLE t (x); PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync();
        await AssertFailsAsync($"Another process has locked {DatabaseFile} for 00:00:02", "Database:MigrationWait=00:00:02");
    }

    [SqliteFact]
    public async Task A_second_program_over_the_same_data_is_noticed()
    {
        await using var first = await LiveFeedServer.OverAsync(data);
        var noticed = "";
        using var second = await ServerProcess.StartAsync(data, line =>
        {
            noticed += line;
            return Task.CompletedTask;
        });
        Assert.Contains($"Another LiveFeed uses {DatabaseFile} too.", noticed, StringComparison.Ordinal);
    }

    private Task AssertFailsAsync(string expected, params string[] settings) => AssertFailsAsync([], expected, settings);

    private async Task AssertFailsAsync(IReadOnlyList<string> wrapper, string expected, params string[] settings)
    {
        var (code, error, output) = await ServerProcess.FailWithinAsync(wrapper, data, settings);
        Assert.Equal(1, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.StartsWith("livefeed: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.TrimEnd());
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }
}
