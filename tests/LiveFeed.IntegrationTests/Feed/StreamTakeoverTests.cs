using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>Everything that could go wrong when a stream has taken its socket over (docs/streams.md), one by one.</summary>
public sealed class StreamTakeoverTests
{
    private const string Path = "/api/events/cup/stream";

    [Fact]
    public async Task A_connection_that_has_served_requests_can_become_a_stream()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await EventAsync(server);
        using var client = await RawClient.GetAsync(server.Address, "/api/events/cup/matches?limit=1000");
        await client.UntilAsync("\r\n\r\n");
        await client.UntilAsync("\"total\":4");
        await client.SendAsync($"GET {Path} HTTP/1.1\r\nHost: {server.Address.Authority}\r\n\r\n");
        await client.UntilAsync("snapshot");

        await admin.ClaimAsync("cup", 1);
        await client.UntilAsync("claim-update");
        Assert.Contains("Connection: close\r\n", client.Received, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Feed:UseIoUring=true")]
    [InlineData("Feed:UseIoUring=false")]
    [InlineData("Streams:UseSocketTakeover=false")]
    public async Task Every_byte_after_the_head_is_part_of_a_chunk_up_to_the_last_chunk(string way)
    {
        await using var server = await LiveFeedServer.StartAsync(way);
        var admin = await EventAsync(server);
        using var client = await RawClient.GetAsync(server.Address, Path);
        await client.UntilAsync("snapshot");
        await admin.ClaimAsync("cup", 1);
        for (var i = 1; i <= 30; i++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, i, 0));
        // Who is behind when the event is deleted gets no more of it.
        await client.UntilAsync("[{\"team1\":30,");
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup"));
        if (way != "Streams:UseSocketTakeover=false")
            await client.ToTheEndAsync();
        else
            await client.UntilAsync("0\r\n\r\n");

        var body = Unchunk(client.Received);
        Assert.StartsWith(": welcome\n", body, StringComparison.Ordinal);
        Assert.EndsWith("event: bye\ndata: {\"code\":\"event_deleted\"}\n\n", body, StringComparison.Ordinal);
        Assert.Equal(30, body.Split("\"type\":\"score-update\"").Length - 1);
    }

    [Fact]
    public async Task A_request_pipelined_behind_a_streams_is_not_answered_into_the_stream()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await EventAsync(server);
        using var client = await RawClient.ConnectAsync(server.Address);
        var host = server.Address.Authority;
        await client.SendAsync($"GET {Path} HTTP/1.1\r\nHost: {host}\r\n\r\nGET /health/live HTTP/1.1\r\nHost: {host}\r\n\r\n");
        await client.UntilAsync("snapshot");
        await admin.ClaimAsync("cup", 1);
        await client.UntilAsync("claim-update");
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup"));
        await client.ToTheEndAsync();

        Assert.Equal(2, client.Received.Split("HTTP/1.1").Length);
        Unchunk(client.Received);
    }

    [Theory]
    [InlineData("bytes")]
    [InlineData("half-close")]
    [InlineData("reset")]
    public async Task A_client_that_says_more_or_no_more_ends_its_own_stream_and_its_place_is_free_again(string end)
    {
        await using var server = await LiveFeedServer.StartAsync("Streams:MaxPerEvent=2");
        var admin = await EventAsync(server);
        await using var other = await StreamClient.OpenAsync(server.Http, Path);
        await other.NextAsync();
        using (var client = await RawClient.GetAsync(server.Address, Path))
        {
            await client.UntilAsync("snapshot");
            if (end == "bytes")
                await client.SendAsync("GET / HTTP/1.1\r\n\r\n");
            else if (end == "half-close")
                client.Socket.Shutdown(SocketShutdown.Send);
            else
                client.Socket.LingerState = new LingerOption(true, 0);
            if (end != "reset")
                await client.ToTheEndAsync();
        }

        await Eventually.TrueAsync(async () => await Scrape.ValueAsync(server.Http, "livefeed_streams_closed_total", "reason=\"client_gone\"") == 1);
        await Eventually.TrueAsync(async () => await Scrape.ValueAsync(server.Http, "livefeed_streams_open") == 1);
        await using var next = await StreamClient.OpenAsync(server.Http, Path);
        Assert.Equal("snapshot", (await next.NextAsync())!.Kind);
        await admin.ClaimAsync("cup", 1);
        Assert.Equal("claim-update", (await other.NextAsync())!.Kind);
        Assert.Empty(server.Failures);
    }

    [Fact]
    public async Task The_head_is_the_same_as_the_ordinary_ways_but_for_the_end_of_the_connection()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await EventAsync(server);
        await using var ordinary = await LiveFeedServer.OverAsync(server.DataDirectory, "Streams:UseSocketTakeover=false");
        var heads = new List<List<string>>();
        foreach (var each in new[] { server, ordinary })
        {
            using var client = await RawClient.GetAsync(each.Address, Path);
            await client.UntilAsync("snapshot");
            var head = client.Received[..client.Received.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
            heads.Add([.. head.Split("\r\n").Where(line => !line.StartsWith("Date:", StringComparison.Ordinal))]);
        }

        Assert.Equal(["Connection: close"], heads[0].Except(heads[1]));
        Assert.Empty(heads[1].Except(heads[0]));
        Assert.Contains("X-Content-Type-Options: nosniff", heads[0]);
    }

    [Fact]
    public async Task A_reader_whose_connection_is_full_is_cut_soon_after_its_right_ends()
    {
        await using var server = await LiveFeedServer.StartAsync("Feed:StallTimeout=00:10:00");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 1_500);
        using var full = await RawClient.GetAsync(server.Address, Path, 4_096);
        // Twice what the system buffers for it.
        for (var burst = 1; burst <= 4; burst++)
        {
            var schedule = System.Text.Json.JsonSerializer.SerializeToNode(TestSchedule.Of(1_500))!;
            schedule["courts"]![0]!["name"] = $"Court of burst {burst} ".PadRight(200, '.');
            await Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", schedule));
        }

        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { visibility = "members" }));

        await Eventually.TrueAsync(async () => await Scrape.ValueAsync(server.Http, "livefeed_streams_closed_total", "reason=\"access_revoked\"") == 1);
        await Eventually.TrueAsync(async () => await Scrape.ValueAsync(server.Http, "livefeed_streams_open") == 0);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Through_TLS_a_stream_goes_the_ordinary_way(string version)
    {
        var data = Directory.CreateTempSubdirectory("livefeed-test-");
        var certificate = System.IO.Path.Combine(data.FullName, "localhost.pfx");
        await File.WriteAllBytesAsync(certificate, Certificate());
        await using (var server = await LiveFeedServer.OverAsync(
            data.FullName, "/urls=https://127.0.0.1:0", $"/Kestrel:Certificates:Default:Path={certificate}"))
        {
            using var handler = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true } };
            using var http = new HttpClient(handler)
            {
                BaseAddress = server.Address,
                DefaultRequestVersion = new Version(version),
                DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            var admin = await LiveFeedServer.AdminAsync(http);
            await admin.CreateEventAsync("cup");
            await using var stream = await StreamClient.OpenAsync(http, Path);
            Assert.Null(stream.Response.Headers.ConnectionClose);
            Assert.Equal("snapshot", (await stream.NextAsync())!.Kind);
            await admin.ClaimAsync("cup", 1);
            Assert.Equal("claim-update", (await stream.NextAsync())!.Kind);
        }

        data.Delete(true);
    }

    [Fact]
    public async Task With_HTTP_1_0_a_stream_goes_the_ordinary_way_unchunked()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await EventAsync(server);
        using var client = await RawClient.ConnectAsync(server.Address);
        await client.SendAsync($"GET {Path} HTTP/1.0\r\nHost: {server.Address.Authority}\r\n\r\n");
        await client.UntilAsync("snapshot");
        await admin.ClaimAsync("cup", 1);
        await client.UntilAsync("claim-update");
        Assert.DoesNotContain("chunked", client.Received, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\r\n\r\n: welcome\n", client.Received, StringComparison.Ordinal);
    }

    private static async Task<ApiUser> EventAsync(LiveFeedServer server)
    {
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        return admin;
    }

    /// <summary>Returns the body of a response. Fails if its framing is not exactly chunks.</summary>
    private static string Unchunk(string response)
    {
        var body = new StringBuilder();
        var at = response.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        while (true)
        {
            var line = response.IndexOf("\r\n", at, StringComparison.Ordinal);
            var length = int.Parse(response[at..line], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            Assert.Equal("\r\n", response.Substring(line + 2 + length, 2));
            body.Append(response, line + 2, length);
            at = line + length + 4;
            if (length > 0)
                continue;
            Assert.Equal(response.Length, at);
            return body.ToString();
        }
    }

    private static byte[] Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return certificate.Export(X509ContentType.Pfx);
    }
}
