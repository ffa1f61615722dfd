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

    public byte[] Of(DisplayQuery asked)
    {
        var query = asked.Among(courts);
        var address = query.Address();
        return kept.Count >= MostKept && !kept.ContainsKey(address)
            ? Render(query)
            : kept.GetOrAdd(address, _ => new Lazy<byte[]>(() => Render(query))).Value;
    }

    private byte[] Render(DisplayQuery query) => Encoding.UTF8.GetBytes(PlainPage.Of(state, query, zone).ToString());
}
