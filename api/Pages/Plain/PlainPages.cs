using System.Collections.Concurrent;
using System.Text;
using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Api.Pages.Plain;

/// <summary>
/// The plain displays of an event in one state. The state is read once from the feed, however many addresses are requested.
/// </summary>
internal sealed class PlainPages
{
    /// <summary>The clients choose which courts are shown together, so the number of pages that are kept is bounded.</summary>
    public const int MostKept = 64;

    private readonly DisplayState state;
    private readonly TimeZoneInfo zone;
    private readonly HashSet<int?> courts;
    private readonly ConcurrentDictionary<string, Lazy<byte[]>> kept = new(StringComparer.Ordinal);
    private long keptTick;

    // The minute of a clock is at most this old.
    private static readonly TimeSpan TickEvery = TimeSpan.FromSeconds(10);

    private PlainPages(DisplayState state, TimeZoneInfo zone)
    {
        (this.state, this.zone) = (state, zone);
        courts = [.. state.Courts().Select(court => court?.Id)];
    }

    public int Kept => kept.Count;

    public static async Task<PlainPages> ReadAsync(TopicFeed feed, TimeZoneInfo zone)
    {
        var page = await feed.PageAsync(null, DisplayState.Filter, int.MaxValue, CancellationToken.None);
        return new PlainPages(DisplayState.Read(page.Entries.ToBytes()), zone);
    }

    /// <summary>Returns a number that differs once the pages may show something else, although the state is the same: 0 if no clock runs.</summary>
    public long Tick(DateTimeOffset now) => state.HasRunningClock ? now.Ticks / TickEvery.Ticks : 0;

    public byte[] Of(DisplayQuery asked, DateTimeOffset now)
    {
        var query = asked.Among(courts);
        var tick = Tick(now);
        if (Interlocked.Exchange(ref keptTick, tick) != tick)
            kept.Clear();
        var key = $"{query.Address()} {tick}";
        return kept.Count >= MostKept && !kept.ContainsKey(key)
            ? Render(query, now)
            : kept.GetOrAdd(key, _ => new Lazy<byte[]>(() => Render(query, now))).Value;
    }

    private byte[] Render(DisplayQuery query, DateTimeOffset now) => Encoding.UTF8.GetBytes(PlainPage.Of(state, query, zone, now).ToString());
}
