using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.Claims;
using LiveFeed.Domain.Events;

namespace LiveFeed.UnitTests.Claims;

public sealed class ClaimTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly Actor Jo = new(UserId.From("jo"), "Jo Scorer", false);

    [Fact]
    public void Claiming_a_match_is_reported_with_holder_and_end()
    {
        var claim = Taken();
        var changed = Assert.IsType<ClaimChanged>(Assert.Single(claim.TakeRaised()).Notification);
        Assert.Equal(new ClaimView(new(17), ClaimState.Claimed, new(Jo.UserId, "Jo Scorer"), Now, Now + Lease), changed.Claim);
    }

    [Fact]
    public void A_claim_ends_at_its_end_not_after_it()
    {
        var claim = Taken();
        Assert.False(claim.HasExpired(Now + Lease - TimeSpan.FromMilliseconds(1)));
        Assert.True(claim.HasExpired(Now + Lease));
    }

    [Fact]
    public void A_write_extends_the_lease_and_touches_the_row_every_time()
    {
        var claim = Quiet();
        var uses = claim.WriteCount;
        claim.Renew(Now.AddMinutes(1), Lease, default);
        Assert.Equal(Now.AddMinutes(11), claim.ExpiresAt);
        claim.Renew(Now.AddMinutes(1), Lease, default);
        Assert.Equal(uses + 2, claim.WriteCount);
        Assert.Empty(claim.TakeRaised());
    }

    [Fact]
    public void Readers_are_notified_of_renewals_once_half_of_the_lease_that_they_know_of_is_over()
    {
        var claim = Quiet();
        claim.Renew(Now + (Lease / 2), Lease, default);
        Assert.Empty(claim.TakeRaised());
        claim.Renew(Now + (Lease / 2) + TimeSpan.FromSeconds(1), Lease, default);
        Assert.Single(claim.TakeRaised());
        Assert.Equal(claim.ExpiresAt, claim.PublishedExpiresAt);
        claim.Renew(Now + (Lease / 2) + TimeSpan.FromSeconds(2), Lease, default);
        Assert.Empty(claim.TakeRaised());
    }

    [Fact]
    public void A_write_never_shortens_a_longer_claim()
    {
        var claim = Quiet();
        claim.Extend(default, Now.AddHours(2), default, Now);
        claim.Renew(Now.AddMinutes(1), Lease, default);
        Assert.Equal(Now.AddHours(2), claim.ExpiresAt);
    }

    private static Claim Taken()
    {
        var claim = new Claim { EventId = EventId.From("cup"), MatchId = new(17) };
        claim.Take(Jo, default, Now, Now + Lease, default, Now);
        return claim;
    }

    private static Claim Quiet()
    {
        var claim = Taken();
        claim.TakeRaised();
        return claim;
    }
}
