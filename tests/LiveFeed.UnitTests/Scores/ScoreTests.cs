using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.Claims;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Schedules;
using LiveFeed.Domain.Scores;

namespace LiveFeed.UnitTests.Scores;

public sealed class ScoreTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_update_counts_for_when_it_was_recorded_but_never_for_the_future_or_longer_ago_than_a_day()
    {
        var score = Updated(at: Now.AddMinutes(-5));
        Assert.Equal(Now.AddMinutes(-1), score.Effective(Now.AddMinutes(-1), default, Now));
        Assert.Equal(Now.AddHours(-24), score.Effective(Now.AddHours(-24), default, Now));
        Assert.Equal(Now, score.Effective(Now.AddHours(1), default, Now));
        Assert.Equal(Now, score.Effective(Now.AddHours(-25), default, Now));
        Assert.Equal(Now, score.Effective(DateTimeOffset.MinValue, default, Now));
        Assert.Equal(Now, score.Effective(null, default, Now));
    }

    [Theory]
    [InlineData(-3_600)]
    [InlineData(3_600)]
    [InlineData(60_000_000_000)]
    public void The_time_of_a_device_whose_clock_is_wrong_is_corrected(long secondsAhead)
    {
        var score = Updated(at: Now.AddMinutes(-5));
        var offset = TimeSpan.FromSeconds(secondsAhead);
        Assert.Equal(Now.AddSeconds(-2), score.Effective(Now.AddSeconds(-2) + offset, offset, Now));
    }

    [Fact]
    public void Recorded_times_count_to_the_millisecond_that_is_stored_and_sent() =>
        Assert.Equal(Now.AddMilliseconds(-3), New().Effective(Now.AddMilliseconds(-3).AddTicks(9_999), default, Now));

    [Fact]
    public void An_update_without_a_time_is_newer_even_within_the_millisecond_or_after_the_clock_went_back()
    {
        Assert.False(IsStale(Updated(at: Now), null, Now));
        Assert.False(IsStale(Updated(at: Now), null, Now.AddSeconds(-2)));
    }

    [Fact]
    public void As_old_as_a_score_from_before_the_claim_is_stale_and_the_first_one_never_is()
    {
        var later = ClaimOf(Now.AddSeconds(1));
        Assert.True(Updated(at: Now).IsStale(Now, later));
        Assert.True(Updated(at: Now).IsStale(Now.AddMilliseconds(-1), later));
        Assert.False(Updated(at: Now).IsStale(Now.AddMilliseconds(1), later));
        Assert.False(New().IsStale(DateTimeOffset.MinValue, later));
    }

    [Fact]
    public void Within_a_claim_nothing_is_stale() => Assert.False(Updated(at: Now).IsStale(Now.AddHours(-1), ClaimOf(Now)));

    [Fact]
    public void An_update_makes_a_version_a_revision_and_one_notification()
    {
        var score = New();
        var revision = Update(score, Now);
        Assert.Equal((1, 1), (score.Version, revision.Version));
        var updated = Assert.Single(score.TakeRaised().Select(raised => raised.Notification).OfType<ScoreUpdated>());
        Assert.Equal("mine", updated.Score.ClientUpdateId);
        Assert.Empty(score.TakeRaised());
    }

    [Fact]
    public void A_match_begins_once_comes_to_the_end_of_each_set_and_to_its_end()
    {
        var score = New();
        Assert.Equal(MatchProgress.Started, ProgressOf(MatchStatus.InProgress, 0));
        Assert.Null(ProgressOf(MatchStatus.InProgress, 0));
        Assert.Equal(MatchProgress.SetEnded, ProgressOf(MatchStatus.InProgress, 1));
        // The last point was taken back, and made again.
        Assert.Null(ProgressOf(MatchStatus.InProgress, 0));
        Assert.Equal(MatchProgress.SetEnded, ProgressOf(MatchStatus.InProgress, 1));
        Assert.Null(ProgressOf(MatchStatus.Suspended, 1));
        Assert.Null(ProgressOf(MatchStatus.InProgress, 1));
        Assert.Equal(MatchProgress.Ended, ProgressOf(MatchStatus.Final, 2));
        // A correction of the result is no other end.
        Assert.Null(ProgressOf(MatchStatus.Final, 2));
        Assert.Null(ProgressOf(MatchStatus.Abandoned, 2));
        Assert.Equal(MatchProgress.Ended, ProgressOf(MatchStatus.Final, 2));

        MatchProgress? ProgressOf(MatchStatus status, int setsWon)
        {
            score.Update(
                new ScoreUpdate(new ScoreState([new(1, 0)], status), Now, UserId.From("jo"), null), new ScoreAssessment(setsWon, 0, null, [], []), new(new MatchId(1)), Now);
            return score.TakeRaised().Select(raised => raised.Notification).OfType<MatchProgressed>().SingleOrDefault()?.Progress;
        }
    }

    private static bool IsStale(Score score, DateTimeOffset? occurredAt, DateTimeOffset now) => score.IsStale(score.Effective(occurredAt, default, now), ClaimOf(now.AddSeconds(1)));

    private static Score New() => new() { EventId = EventId.From("cup"), MatchId = new(1) };

    private static Claim ClaimOf(DateTimeOffset claimedAt)
    {
        var claim = new Claim { EventId = EventId.From("cup"), MatchId = new(1) };
        claim.Take(new Actor(UserId.From("jo"), "Jo", false), default, claimedAt, claimedAt.AddHours(1), default, claimedAt);
        return claim;
    }

    private static Score Updated(DateTimeOffset at)
    {
        var score = New();
        Update(score, at);
        return score;
    }

    private static ScoreRevision Update(Score score, DateTimeOffset at) => score.Update(
        new ScoreUpdate(new ScoreState([new(1, 0)], MatchStatus.InProgress), at, UserId.From("jo"), "mine"), new ScoreAssessment(0, 0, null, [], []), new(new MatchId(1)), at);
}
