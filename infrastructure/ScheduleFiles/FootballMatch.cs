namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>A match as a football file has it.</summary>
/// <param name="Number">Its number in the file, which "W73" refers to; null if it has none.</param>
/// <param name="Team1">The name of team 1, or a placeholder.</param>
/// <param name="Team2">The name of team 2, or a placeholder.</param>
/// <param name="Division">Its group, else its round.</param>
/// <param name="IsGroup">Whether the division is a group.</param>
/// <param name="Court">The ground; null if it is not known.</param>
/// <param name="KickOff">When it begins.</param>
/// <param name="Timeline">The course of its score; empty if it was not played.</param>
/// <param name="Notes">What the timeline can't say of it, for people.</param>
internal sealed record FootballMatch(
    int? Number, string Team1, string Team2, string Division, bool IsGroup, string? Court, FootballKickOff KickOff,
    IReadOnlyList<ScoreChange> Timeline, IReadOnlyList<FileNote> Notes)
{
    /// <summary>When the match ends, or usually would; null if nobody knows when it begins.</summary>
    public DateTimeOffset? EndsAt
    {
        get
        {
            if (!KickOff.HasTime)
                return null;
            var usual = KickOff.At + FootballClock.End(extraTime: false, shootOut: false);
            return Timeline is [.., var last] && last.At > usual ? last.At : usual;
        }
    }
}
