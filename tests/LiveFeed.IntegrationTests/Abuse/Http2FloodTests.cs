using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Abuse;

/// <summary>
/// Floods of frames that cost the sender nothing: CVE-2023-44487 (rapid reset) and CERT VU#421644 (CONTINUATION). The framework bounds both;
/// this shows that nothing here turns that off.
/// </summary>
public sealed class Http2FloodTests : IAsyncLifetime
{
    private const int Flood = 50_000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("livefeed-test-");
    private LiveFeedServer server = null!;

    public async Task InitializeAsync() => server = await LiveFeedServer.StartAsync(await HttpsServer.SettingsAsync(folder.FullName));

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Delete(true);
    }

    [Fact]
    public async Task Requests_that_are_reset_at_once_end_their_connection_and_no_other()
    {
        using var attacker = await RawHttp2.ConnectAsync(server.Address);
        var request = RawHttp2.Get("/api/events");

        await FloodAsync(attacker, i =>
        [
            .. RawHttp2.Frame(FrameType.Headers, RawHttp2.EndHeaders | RawHttp2.EndStream, (2 * i) + 1, request),
            .. RawHttp2.Frame(FrameType.ResetStream, 0, (2 * i) + 1, [0, 0, 0, 8]),
        ]);

        await OthersAreServedAsync();
    }

    [Fact]
    public async Task Headers_without_an_end_end_their_connection_and_no_other()
    {
        using var attacker = await RawHttp2.ConnectAsync(server.Address);
        await attacker.SendAsync(FrameType.Headers, RawHttp2.EndStream, 1, RawHttp2.Get("/api/events"));
        // A literal header, "a: bbb...", of 200 bytes.
        byte[] header = [0x00, 1, (byte)'a', 0x7f, 73, .. Enumerable.Repeat((byte)'b', 200)];

        await FloodAsync(attacker, _ => RawHttp2.Frame(FrameType.Continuation, 0, 1, header));

        await OthersAreServedAsync();
    }

    /// <summary>Sends frames until the server ends the connection.</summary>
    private static async Task FloodAsync(RawHttp2 attacker, Func<int, byte[]> frames)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var end = attacker.ToTheEndAsync(patience.Token);
        var sent = 0;
        try
        {
            for (; sent < Flood && !end.IsCompleted; sent++)
                await attacker.SendAsync(frames(sent), patience.Token);
        }
        catch (IOException)
        {
            // The server has closed the connection.
        }

        await end;
        Assert.True(sent < Flood, "The whole flood was received.");
    }

    private async Task OthersAreServedAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } })
        {
            BaseAddress = server.Address,
            DefaultRequestVersion = new Version(2, 0),
        };
        await Expect.SuccessAsync(await http.GetAsync("/api/events"));
        // The framework may log once that it ended the attacker's connection.
        Assert.DoesNotContain(server.Failures, failure => !failure.StartsWith("Microsoft.AspNetCore.Server.Kestrel.Http2", StringComparison.Ordinal));
    }
}
