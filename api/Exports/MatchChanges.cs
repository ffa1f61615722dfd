using System.Text.Json;
using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Api.Exports;

/// <summary>When each match of an event was last changed: the times of the matches' latest entries.</summary>
internal sealed record MatchChanges(IReadOnlyDictionary<MatchId, DateTimeOffset> ByMatch)
{
    private static readonly ReaderFilter Matches = new(null, null, null, [EntryTypes.MatchUpdate]);

    public static async Task<MatchChanges> ReadAsync(TopicFeed feed)
    {
        var state = await feed.PageAsync(after: null, Matches, int.MaxValue, CancellationToken.None);
        using var entries = JsonDocument.Parse(state.Entries.ToBytes());
        return new MatchChanges(entries.RootElement.EnumerateArray().ToDictionary(
            entry => MatchId.TryParse(entry.GetProperty("key").GetString()!.Split('/')[^1], out var id) ? id : throw new FormatException("The entry is of no match."),
            entry => entry.GetProperty("at").GetDateTimeOffset()));
    }
}
