using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Schedules;
using LiveFeed.Domain.Scores;

namespace LiveFeed.UnitTests.Scores;

public sealed class ScoreTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_update_counts_for_when_it_was_recorded_but_never_for_the_future()
    {
        var score = Updated(at: Now.AddMinutes(-5));
        Assert.Equal(Now.AddMinutes(-1), score.Effective(Now.AddMinutes(-1), Now));
        Assert.Equal(Now, score.Effective(Now.AddHours(1), Now));
        Assert.Equal(Now, score.Effective(null, Now));
    }

    [Fact]
    public void Recorded_times_count_to_the_millisecond_that_is_stored_and_sent() =>
        Assert.Equal(Now.AddMilliseconds(-3), new Score { EventId = EventId.From("cup"), MatchId = new(1) }.Effective(Now.AddMilliseconds(-3).AddTicks(9_999), Now));

    [Fact]
    public void An_update_without_a_time_is_newer_even_within_the_millisecond_or_after_the_clock_went_back()
    {
        Assert.False(IsStale(Updated(at: Now), null, Now));
        Assert.False(IsStale(Updated(at: Now), null, Now.AddSeconds(-2)));
    }

    [Fact]
    public void As_old_as_the_stored_one_is_stale_and_the_first_one_never_is()
    {
        Assert.True(Updated(at: Now).IsStale(Now));
        Assert.True(Updated(at: Now).IsStale(Now.AddMilliseconds(-1)));
        Assert.False(Updated(at: Now).IsStale(Now.AddMilliseconds(1)));
        Assert.False(new Score { EventId = EventId.From("cup"), MatchId = new(1) }.IsStale(DateTimeOffset.MinValue));
    }

    [Fact]
    public void An_update_makes_a_version_a_revision_and_one_notification()
    {
        var score = new Score { EventId = EventId.From("cup"), MatchId = new(1) };
        var revision = Update(score, Now);
        Assert.Equal((1, 1), (score.Version, revision.Version));
        var updated = Assert.IsType<ScoreUpdated>(Assert.Single(score.TakeRaised()).Notification);
        Assert.Equal("mine", updated.Score.ClientUpdateId);
        Assert.Empty(score.TakeRaised());
    }

    private static bool IsStale(Score score, DateTimeOffset? occurredAt, DateTimeOffset now) => score.IsStale(score.Effective(occurredAt, now));

    private static Score Updated(DateTimeOffset at)
    {
        var score = new Score { EventId = EventId.From("cup"), MatchId = new(1) };
        Update(score, at);
        return score;
    }

    private static ScoreRevision Update(Score score, DateTimeOffset at) => score.Update(
        new ScoreUpdate([new(1, 0)], MatchStatus.InProgress, at, UserId.From("jo"), "mine"), new ScoreAssessment(0, 0, null, [], []), new(new MatchId(1)), at);
}
