using LiveFeed.Api.Replay;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Schedules;
using LiveFeed.Domain.Scores;

namespace LiveFeed.UnitTests.Replay;

public sealed class ReplayClockTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Gaps_are_skipped_and_overlaps_count_once()
    {
        var clock = new ReplayClock([Match(1, 0, 100), Match(2, 60, 160), Match(3, 1000, 1100)], 10, TimeProvider.System);

        Assert.Equal(TimeSpan.Zero, clock.Due(At(0)));
        Assert.Equal(TimeSpan.FromMinutes(6), clock.Due(At(60)));
        Assert.Equal(TimeSpan.FromMinutes(16), clock.Due(At(160)));
        Assert.Equal(TimeSpan.FromMinutes(16), clock.Due(At(1000)));
        Assert.Equal(TimeSpan.FromMinutes(26), clock.Due(At(1100)));
    }

    [Fact]
    public async Task It_waits_for_what_is_still_to_come_only()
    {
        var time = new HurriedTime();
        var clock = new ReplayClock([Match(1, 0, 100)], 2, time);

        await clock.WaitUntilAsync(At(10), CancellationToken.None);
        await clock.WaitUntilAsync(At(10), CancellationToken.None);
        await clock.WaitUntilAsync(At(40), CancellationToken.None);

        Assert.Equal([TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)], time.Waits);
    }

    [Fact]
    public async Task Without_a_speed_nothing_waits()
    {
        var time = new HurriedTime();

        await new ReplayClock([Match(1, 0, 100)], null, time).WaitUntilAsync(At(100), CancellationToken.None);

        Assert.Empty(time.Waits);
    }

    [Fact]
    public void Changes_are_ordered_by_time_and_matches_assigned_round_robin()
    {
        var tournament = new RecordedTournament(EventId.From("cup"), "Cup", "football", new Schedule([], [], [], []), [Match(1, 50, 150), Match(2, 0, 100), Match(3, 100, 200)]);

        var moments = ReplayScript.Moments(tournament).ToList();

        Assert.Equal([0, 50, 100, 150, 200], moments.Select(moment => (int)(moment.At - Noon).TotalMinutes));
        Assert.Equal([(2, 1), (3, 0)], moments[2].Steps.Select(step => (step.Match.Id.Value, step.Index)));
        Assert.Equal(new Dictionary<MatchId, int> { [new(2)] = 0, [new(1)] = 1, [new(3)] = 0 }, ReplayScript.Assign(tournament, 2));
    }

    private static DateTimeOffset At(int minute) => Noon.AddMinutes(minute);

    private static RecordedMatch Match(int id, int from, int to) => new(
        new(id), "A", "B", [new(At(from), [default], MatchStatus.InProgress), new(At(to), [default], MatchStatus.Final)]);
}
