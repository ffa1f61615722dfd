using LiveFeed.Infrastructure.Persistence.Engines;
using Npgsql;

namespace LiveFeed.IntegrationTests.Persistence;

/// <summary>A connection string may name a PostgreSQL server and its standby. While none of them is the primary, writes must wait as for a single server.</summary>
public sealed class SeveralHostsTests
{
    // Nobody listens there.
    private const string Away = "Host=127.0.0.1:1,127.0.0.1:2;Target Session Attributes=primary;Username=livefeed;Database=livefeed;Timeout=5";

    [Fact]
    public async Task That_no_server_is_there_is_a_lost_connection_also_when_the_driver_remembers_it()
    {
        var engine = new PostgreSqlEngine();
        // The second attempt asks nobody: the driver knows for some seconds that both are away, and says so in other words.
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await using var connection = new NpgsqlConnection(Away);
            var exception = await Assert.ThrowsAsync<NpgsqlException>(() => connection.OpenAsync());
            Assert.True(engine.IsConnectionLost(exception), $"{attempt}: {exception}");
        }
    }
}
