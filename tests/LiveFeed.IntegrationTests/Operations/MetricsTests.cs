using System.Diagnostics.Metrics;
using System.Globalization;
using LiveFeed.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Operations;

public sealed class MetricsTests
{
    private const string AcceptOfPrometheus3 = "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
        + "application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2";

    /// <summary>
    /// Dashboards and alarms are built on these names, which docs/reference/metrics.md explains. A name that is removed, or changes its type, belongs in the release notes.
    /// </summary>
    internal static readonly Dictionary<string, string> Promised = new()
    {
        ["livefeed_commit_commands"] = "histogram",
        ["livefeed_commit_duration_seconds"] = "histogram",
        ["livefeed_commit_lost_races_total"] = "counter",
        ["livefeed_commit_split_groups_total"] = "counter",
        ["livefeed_feed_deliveries_total"] = "counter",
        ["livefeed_feed_gaps_total"] = "counter",
        ["livefeed_feed_log_reads_total"] = "counter",
        ["livefeed_feed_sent_bytes_total"] = "counter",
        ["livefeed_feed_snapshots_total"] = "counter",
        ["livefeed_feeds_loaded"] = "gauge",
        ["livefeed_jobs_attempts_total"] = "counter",
        ["livefeed_jobs_oldest_wait_seconds"] = "gauge",
        ["livefeed_refusals_total"] = "counter",
        ["livefeed_connections_rejected_total"] = "counter",
        ["livefeed_responses_cut_off_total"] = "counter",
        ["livefeed_responses_unread"] = "gauge",
        ["livefeed_storage_failing"] = "gauge",
        ["livefeed_storage_failures_total"] = "counter",
        ["livefeed_storage_wal_size_bytes"] = "gauge",
        ["livefeed_streams_closed_total"] = "counter",
        ["livefeed_streams_open"] = "gauge",
        ["livefeed_replays_open"] = "gauge",
        ["livefeed_webhooks_attempts_total"] = "counter",
        ["livefeed_webhooks_lag"] = "gauge",
        ["livefeed_webhooks_running"] = "gauge",
        ["livefeed_writes_oldest_wait_seconds"] = "gauge",
    };

    /// <summary>What a server has besides if it uses Redis.</summary>
    internal static readonly Dictionary<string, string> PromisedWithRedis = new()
    {
        ["livefeed_instances"] = "gauge",
        ["livefeed_limits_failures_total"] = "counter",
        ["livefeed_limits_local"] = "gauge",
        ["livefeed_redis_healthy"] = "gauge",
        ["livefeed_signals_failed_total"] = "counter",
        ["livefeed_signals_published_total"] = "counter",
        ["livefeed_signals_received_total"] = "counter",
    };

    /// <summary>What a server has besides if its database has a replica.</summary>
    internal static readonly Dictionary<string, string> PromisedWithReplica = new()
    {
        ["livefeed_replica_fallbacks_total"] = "counter",
        ["livefeed_replica_healthy"] = "gauge",
        ["livefeed_replica_reads_total"] = "counter",
    };

    // Only SQLite has a write-ahead log of ours to watch.
    private static IEnumerable<KeyValuePair<string, string>> PromisedHere =>
        TestDatabase.WhyNoFile is null ? Promised : Promised.Where(metric => metric.Key != "livefeed_storage_wal_size_bytes");

    private static readonly Dictionary<string, string> OfTheFramework = new()
    {
        ["http_server_active_requests"] = "gauge",
        ["http_server_request_duration_seconds"] = "histogram",
        ["kestrel_active_connections"] = "gauge",
        ["kestrel_connection_duration_seconds"] = "histogram",
        ["kestrel_queued_connections"] = "gauge",
        ["dotnet_gc_collections_total"] = "counter",
        ["dotnet_gc_pause_time_seconds_total"] = "counter",
        ["dotnet_gc_last_collection_heap_size_bytes"] = "gauge",
        ["dotnet_process_cpu_time_seconds_total"] = "counter",
        ["dotnet_process_memory_working_set_bytes"] = "gauge",
        ["dotnet_thread_pool_queue_length_total"] = "counter",
    };

    private static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, double.PositiveInfinity];
    private static readonly double[] Counts = [1, 2, 4, 8, 16, 32, 64, 128, 256, double.PositiveInfinity];

    [Fact]
    public async Task The_names_and_types_of_what_LiveFeed_counts_are_a_promise()
    {
        await using var server = await ServerWithTrafficAsync();
        AddNothingToEverything(server);
        var scrape = await Scrape.ReadAsync(server.Http);
        Assert.Equal(PromisedHere.OrderBy(metric => metric.Key), scrape.Types.Where(metric => metric.Key.StartsWith("livefeed_", StringComparison.Ordinal)).OrderBy(metric => metric.Key));
    }

    [RedisFact]
    public async Task The_names_and_types_of_what_LiveFeed_counts_with_Redis_are_a_promise_too()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var server = await ServerWithTrafficAsync(redis.Setting);
        AddNothingToEverything(server);
        var scrape = await Scrape.ReadAsync(server.Http);
        Assert.Equal(
            PromisedHere.Concat(PromisedWithRedis).OrderBy(metric => metric.Key),
            scrape.Types.Where(metric => metric.Key.StartsWith("livefeed_", StringComparison.Ordinal)).OrderBy(metric => metric.Key));
    }

    [PostgresFact]
    public async Task The_names_and_types_of_what_LiveFeed_counts_with_a_replica_are_a_promise_too()
    {
        var cluster = await PostgresCluster.SharedAsync();
        var connection = cluster.ConnectionString(await cluster.CreateDatabaseAsync());
        await using var server = await ServerWithTrafficAsync(
            "Database:Provider=PostgreSql", "Database:MigrateAtStart=true", $"Database:ConnectionString={connection}", $"Database:ReadConnectionString={connection}");
        AddNothingToEverything(server);
        var scrape = await Scrape.ReadAsync(server.Http);
        Assert.Equal(
            Promised.Where(metric => metric.Key != "livefeed_storage_wal_size_bytes").Concat(PromisedWithReplica).OrderBy(metric => metric.Key),
            scrape.Types.Where(metric => metric.Key.StartsWith("livefeed_", StringComparison.Ordinal)).OrderBy(metric => metric.Key));
    }

    [Fact]
    public async Task Requests_connections_and_the_runtime_are_measured_too()
    {
        await using var server = await ServerWithTrafficAsync();
        var types = (await Scrape.ReadAsync(server.Http)).Types;
        Assert.All(OfTheFramework, metric => Assert.Equal(metric.Value, types.GetValueOrDefault(metric.Key)));
    }

    [Fact]
    public async Task Durations_have_buckets_from_half_a_millisecond_and_group_sizes_powers_of_two()
    {
        await using var server = await ServerWithTrafficAsync();
        var scrape = await Scrape.ReadAsync(server.Http);
        Assert.Equal(Seconds, Bounds(scrape, "livefeed_commit_duration_seconds"));
        Assert.Equal(Seconds, Bounds(scrape, "http_server_request_duration_seconds"));
        Assert.Equal(Seconds, Bounds(scrape, "kestrel_connection_duration_seconds"));
        Assert.Equal(Counts, Bounds(scrape, "livefeed_commit_commands"));
    }

    [Fact]
    public async Task Labels_are_only_those_that_the_measurement_has()
    {
        await using var server = await ServerWithTrafficAsync();
        var scrape = await Scrape.ReadAsync(server.Http);
        Assert.Equal(1, scrape.Value("livefeed_refusals_total", "code=\"not_found\""));
        Assert.Equal(1, scrape.Value("livefeed_feed_snapshots_total", "reset=\"none\""));
        Assert.NotNull(scrape.Value("livefeed_streams_open"));
        Assert.DoesNotContain("target_info", scrape.Types.Keys);
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task No_cache_keeps_what_operators_ask(string path)
    {
        await using var server = await LiveFeedServer.StartAsync();
        Assert.True((await server.Http.GetAsync(path)).Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Every_scrape_measures_anew()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup", 1);
        Assert.Equal(0, await Scrape.ValueAsync(server.Http, "livefeed_streams_open"));
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        await stream.NextAsync();
        Assert.Equal(1, await Scrape.ValueAsync(server.Http, "livefeed_streams_open"));
    }

    [Fact]
    public async Task The_format_is_the_same_for_everybody()
    {
        await using var server = await LiveFeedServer.StartAsync();
        foreach (var accept in new[] { "*/*", "text/html", "application/openmetrics-text", "text/plain;version=1.0.0;escaping=dots", AcceptOfPrometheus3 })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
            request.Headers.TryAddWithoutValidation("Accept", accept);
            using var response = await server.Http.SendAsync(request);
            Assert.Equal(
                (accept, 200, "text/plain; version=0.0.4; charset=utf-8"),
                (accept, (int)response.StatusCode, response.Content.Headers.ContentType?.ToString()));
            Assert.Contains("# TYPE dotnet_gc_collections_total counter\n", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Metrics_can_only_be_read_and_are_no_part_of_the_API()
    {
        await using var server = await LiveFeedServer.StartAsync();
        using var response = await server.Http.PostAsync("/metrics", null);
        Assert.Equal((405, "GET"), ((int)response.StatusCode, response.Content.Headers.Allow.Single()));
        Assert.DoesNotContain("\"/metrics", await server.Http.GetStringAsync("/openapi/v1.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_counts_its_own_streams_and_goes_on_when_another_of_the_process_stops()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup", 1);
        await OpenAndCloseAsync(server);
        await Eventually.TrueAsync(async () => await ClosedAsync(server) == 1);

        await using (var other = await LiveFeedServer.StartAsync())
        {
            await (await other.AdminAsync()).CreateEventAsync("cup", 1);
            await OpenAndCloseAsync(other);
            await Eventually.TrueAsync(async () => await ClosedAsync(other) == 1);
            Assert.Equal(1, await ClosedAsync(server));
        }

        await OpenAndCloseAsync(server);
        await Eventually.TrueAsync(async () => await ClosedAsync(server) == 2);
    }

    /// <summary>Starts a server and makes a stream, a score and a request for something that doesn't exist.</summary>
    internal static async Task<LiveFeedServer> ServerWithTrafficAsync(params string[] settings)
    {
        var server = await LiveFeedServer.StartAsync(settings);
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 1);
        await OpenAndCloseAsync(server);
        await admin.ClaimAsync("cup", 1);
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        await Expect.ProblemAsync(await server.Http.GetAsync("/api/nothing"), 404, "not_found");
        // A connection is measured when it ends.
        using (var visitor = server.Client())
            await visitor.GetAsync("/health/live");
        await Eventually.TrueAsync(async () => (await Scrape.ReadAsync(server.Http)).Types.ContainsKey("kestrel_connection_duration_seconds"));
        return server;
    }

    /// <summary>An instrument that was never used is not exported. This records zero uses of each.</summary>
    internal static void AddNothingToEverything(LiveFeedServer server)
    {
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name != Telemetry.Name || instrument.Meter.Scope != server.Services.GetRequiredService<IMeterFactory>())
                return;
            (instrument as Counter<long>)?.Add(0);
            (instrument as Histogram<int>)?.Record(0);
            (instrument as Histogram<double>)?.Record(0);
        };
        listener.Start();
    }

    private static IEnumerable<double> Bounds(Scrape scrape, string histogram) => scrape.Samples
        .Where(sample => sample.Name == histogram + "_bucket")
        .Select(sample => sample.Labels.Split("le=\"")[1].TrimEnd('"'))
        .Select(bound => bound == "+Inf" ? double.PositiveInfinity : double.Parse(bound, CultureInfo.InvariantCulture))
        .Distinct();

    private static async Task OpenAndCloseAsync(LiveFeedServer server)
    {
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        await stream.NextAsync();
    }

    private static Task<double?> ClosedAsync(LiveFeedServer server) =>
        Scrape.ValueAsync(server.Http, "livefeed_streams_closed_total", "reason=\"client_gone\"");
}
