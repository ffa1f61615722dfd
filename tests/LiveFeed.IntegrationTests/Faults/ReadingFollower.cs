using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>A client that follows an event at one instance, and at each entry reads there what the entry is about: it must be at least as new.</summary>
/// <param name="http">A client to one instance.</param>
internal sealed class ReadingFollower(HttpClient http) : IAsyncDisposable
{
    private const string Cup = "/api/events/cup";

    private int read;

    /// <summary>How many entries it has had and read about.</summary>
    public int Read => Volatile.Read(ref read);

    public async Task RunAsync(CancellationToken until)
    {
        await using var stream = await StreamClient.OpenAsync(http, $"{Cup}/stream");
        await stream.NextAsync();
        while (!until.IsCancellationRequested && await stream.NextAsync() is { Type: "message" } item)
        {
            await (item.Kind switch
            {
                "score-update" => ScoreAsync(item.Data),
                "claim-update" => ClaimAsync(item),
                "event-update" => EventAsync(item.Data),
                _ => Task.CompletedTask,
            });
            Interlocked.Increment(ref read);
        }
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ScoreAsync(JsonElement entry)
    {
        var (match, version) = (entry.Number("matchId"), entry.Number("version"));
        var score = await http.GetFromJsonAsync<JsonElement>($"{Cup}/scores/{match}");
        Assert.True(score.Number("version") >= version, $"The score of match {match} has version {score.Number("version")} after the entry of version {version}.");
        var listed = (await http.GetFromJsonAsync<JsonElement>($"{Cup}/scores")).Items().Single(item => item.Number("matchId") == match);
        Assert.True(listed.Number("version") >= version, $"In the list, match {match} has version {listed.Number("version")} after the entry of version {version}.");
    }

    /// <summary>These claims are only ever extended.</summary>
    private async Task ClaimAsync(StreamItem item)
    {
        var (match, expires) = (item.Data.Number("matchId"), item.Data.When("expiresAt"));
        var claim = (await http.GetFromJsonAsync<JsonElement>($"{Cup}/claims")).Items().Single(listed => listed.Number("matchId") == match);
        Assert.True(claim.When("expiresAt") >= expires, $"The claim of match {match} ends at {claim.When("expiresAt")} after the entry that says {expires}.");
    }

    /// <summary>The event's name counts up.</summary>
    private async Task EventAsync(JsonElement entry)
    {
        var name = (await http.GetFromJsonAsync<JsonElement>(Cup)).Text("name")!;
        Assert.True(Number(name) >= Number(entry.Text("name")!), $"The event is called {name} after the entry that calls it {entry.Text("name")}.");
    }

    private static int Number(string name) => int.Parse(name, CultureInfo.InvariantCulture);
}
