using System.Net;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>A scorekeeper whose device repeats what got no response, under the same key, until it is stored.</summary>
/// <param name="user">The scorekeeper.</param>
/// <param name="match">The match, which is claimed.</param>
internal sealed class PersistentWriter(ApiUser user, int match)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);

    private readonly List<int> acknowledged = [];
    private int repeats;

    /// <summary>The points that were acknowledged, in order.</summary>
    public IReadOnlyList<int> Acknowledged => acknowledged;

    /// <summary>How many requests got no success and were repeated.</summary>
    public int Repeats => repeats;

    public async Task RunAsync(CancellationToken until)
    {
        using var pace = new PeriodicTimer(Every);
        for (var points = 1; !until.IsCancellationRequested; points++)
        {
            while (!await TryPostAsync(points))
            {
                repeats++;
                await pace.WaitForNextTickAsync(CancellationToken.None);
            }

            acknowledged.Add(points);
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>Asserts that the log has each acknowledged score once, and all of them in order.</summary>
    public void HoldAgainst(Feed.LogProbe log)
    {
        var stored = log.Entries.OrderBy(pair => pair.Key).Select(pair => pair.Value)
            .Where(entry => entry.GetProperty("type").GetString() == "score-update" && entry.GetProperty("matchId").GetInt32() == match)
            .Select(entry => entry.GetProperty("sets")[0].GetProperty("team1").GetInt32()).ToList();
        Assert.Equal(acknowledged, stored);
    }

    private async Task<bool> TryPostAsync(int points)
    {
        try
        {
            using var response = await user.ScoreAsync("cup", match, points, 0, clientUpdateId: $"m{match}p{points}");
            Assert.True(
                response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway,
                $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
        {
            return false;
        }
    }
}
