using System.Globalization;

namespace LiveFeed.Domain.Schedules;

/// <summary>Finds what can't be played as it is planned: a court or a team with two matches at the same time, and too little rest.</summary>
public sealed class ScheduleClashes
{
    /// <summary>The most warnings that one response has.</summary>
    public const int MaxWarnings = 50;

    private readonly Dictionary<MatchId, string> titles;
    private readonly TimeSpan minRest;
    private readonly List<ScheduleWarning> overlaps = [];
    private readonly List<ScheduleWarning> rests = [];

    private ScheduleClashes(Schedule schedule, TimeSpan minRest)
    {
        this.minRest = minRest;
        titles = schedule.Matches.ToDictionary(match => match.Id, match => match.Number.Value ?? match.Id.ToString());
        var timed = schedule.Matches.Where(match => match.StartsAt is not null).ToList();
        var (courts, teams) = (schedule.Courts.ToDictionary(court => court.Id, court => court.Name), schedule.Teams.ToDictionary(team => team.Id, team => team.Name));
        var placedTies = timed.Where(match => match.CourtId is not null).Select(match => match.PartOf.Value).OfType<MatchId>().ToHashSet();
        // A tie is on the courts of its rubbers.
        foreach (var court in timed.Where(match => match.CourtId is not null && !placedTies.Contains(match.Id)).GroupBy(match => match.CourtId!.Value).OrderBy(court => court.Key))
            Compare("court_overlap", courts[court.Key], court.Select(match => Slot.Of(match, plays: false)));
        foreach (var team in timed.SelectMany(SlotsOfTeams).GroupBy(slot => slot.Team, slot => (slot.Slot, slot.Tie)).OrderBy(team => team.Key))
            Compare("team_overlap", teams[team.Key], WithTiesAsOne(team));
    }

    /// <summary>Returns all clashes of a valid schedule. A match without an end takes no time, and one without a start clashes with none.</summary>
    public static IReadOnlyList<ScheduleWarning> Find(Schedule schedule, SchedulePolicy policy)
    {
        var clashes = new ScheduleClashes(schedule, policy.MinRest);
        return [.. clashes.overlaps, .. clashes.rests];
    }

    // A team may play several rubbers of a tie at once: it is busy from the first to the end of the last.
    private static IEnumerable<Slot> WithTiesAsOne(IEnumerable<(Slot Slot, MatchId Tie)> slots) => slots.GroupBy(one => (one.Tie, one.Slot.Plays))
        .SelectMany(tie => tie.Key.Plays ? [tie.Select(one => one.Slot).Aggregate((all, slot) => all.With(slot))] : tie.Select(one => one.Slot));

    // A team that helps at its own match is there only once.
    private static IEnumerable<(int Team, Slot Slot, MatchId Tie)> SlotsOfTeams(ScheduledMatch match)
    {
        int?[] players = [match.Team1Id, match.Team2Id];
        var tie = match.PartOf.Value ?? match.Id;
        int?[] workers = players.Contains(match.WorkTeamId.Value) ? [] : [match.WorkTeamId.Value];
        return
        [
            .. players.OfType<int>().Select(team => (team, Slot.Of(match, plays: true), tie)),
            .. workers.OfType<int>().Select(team => (team, Slot.Of(match, plays: false), tie)),
        ];
    }

    // Each match is compared with one before it only, the one that ends last. So every match that clashes is named, and ten thousand matches
    // at the same time make ten thousand warnings, and not fifty million.
    private void Compare(string code, string name, IEnumerable<Slot> slots)
    {
        Slot? previous = null, longest = null, played = null;
        foreach (var slot in slots.OrderBy(slot => slot.Start).ThenBy(slot => slot.Match))
        {
            var overlapped = longest is { } busy && slot.Start < busy.End ? busy : previous is { } last && last.Start == slot.Start ? last : (Slot?)null;
            if (overlapped is { } other)
                overlaps.Add(new ScheduleWarning(code, $"{name} has match {titles[other.Match]} and match {titles[slot.Match]} at the same time.", [other.Match, slot.Match]));
            else if (slot.Plays && played is { } before && slot.Start - before.End < minRest)
                rests.Add(new ScheduleWarning("short_rest", $"{name} rests for {Minutes(slot.Start - before.End)} min between match {titles[before.Match]} and match {titles[slot.Match]}, and should for {Minutes(minRest)} min.", [before.Match, slot.Match]));
            previous = slot;
            longest = Later(longest, slot);
            played = slot.Plays ? Later(played, slot) : played;
        }
    }

    private static Slot Later(Slot? known, Slot slot) => known is { } other && other.End > slot.End ? other : slot;

    private static string Minutes(TimeSpan time) => time.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture);

    private readonly record struct Slot(MatchId Match, DateTimeOffset Start, DateTimeOffset End, bool Plays)
    {
        /// <summary>Returns the time of both together, named for the one that begins first.</summary>
        public Slot With(Slot other) => (other.Start, other.Match).CompareTo((Start, Match)) < 0 ? other.With(this) : this with { End = other.End > End ? other.End : End };

        public static Slot Of(ScheduledMatch match, bool plays) => new(match.Id, match.StartsAt!.Value, match.EndsAt ?? match.StartsAt.Value, plays);
    }
}
