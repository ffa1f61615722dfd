using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveFeed.Api.Pages.Plain;

/// <summary>The state of an event, read from a snapshot of its feed.</summary>
internal sealed record DisplayState(EventView Event, IReadOnlyList<DisplayedMatch> Matches, IReadOnlyList<AnnouncementView> Announcements)
{
    /// <summary>The filter for the entries from which a display is made.</summary>
    public static ReaderFilter Filter { get; } = new(null, null, null, [EntryTypes.EventUpdate, EntryTypes.MatchUpdate, EntryTypes.ScoreUpdate, EntryTypes.ClaimUpdate, EntryTypes.ClockUpdate, EntryTypes.Announcement]);

    /// <summary>Whether the clock of a match runs, so that a display changes without any entry.</summary>
    public bool HasRunningClock { get; } = Matches.Any(shown => shown.Clock?.State == ClockState.Running);

    // An entry has members beside those of its view.
    private static readonly JsonSerializerOptions Json = new(ApiJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public static DisplayState Read(ReadOnlyMemory<byte> entries)
    {
        using var document = JsonDocument.Parse(entries);
        var byType = document.RootElement.EnumerateArray().ToLookup(entry => entry.GetProperty("type").GetString());
        var scores = byType[EntryTypes.ScoreUpdate].Select(entry => entry.Deserialize<ScoreView>(Json)!).ToDictionary(score => score.MatchId);
        var claimed = byType[EntryTypes.ClaimUpdate].Select(entry => entry.Deserialize<ClaimView>(Json)!).Where(claim => claim.State == ClaimState.Claimed).Select(claim => claim.MatchId).ToHashSet();
        var clocks = byType[EntryTypes.ClockUpdate].Select(entry => entry.Deserialize<ClockView>(Json)!).ToDictionary(clock => clock.MatchId);
        return new DisplayState(
            byType[EntryTypes.EventUpdate].Select(entry => entry.Deserialize<EventView>(Json)!).Last(),
            [
                .. byType[EntryTypes.MatchUpdate].Select(entry => entry.Deserialize<MatchView>(Json)!)
                    .Select(match => new DisplayedMatch(match, scores.GetValueOrDefault(match.Id), claimed.Contains(match.Id), clocks.GetValueOrDefault(match.Id))),
            ],
            [.. byType[EntryTypes.Announcement].Select(entry => entry.Deserialize<AnnouncementView>(Json)!).OrderByDescending(announcement => announcement.At)]);
    }

    /// <summary>Returns the courts on which something is planned, ordered by id. Null (no court) is last.</summary>
    public IReadOnlyList<NamedView?> Courts() =>
        [.. Matches.Select(shown => shown.Match.Court).DistinctBy(court => court?.Id).OrderBy(court => court is null).ThenBy(court => court?.Id)];
}
