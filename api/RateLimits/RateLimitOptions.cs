using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Api.RateLimits;

/// <summary>Settings under <c>LiveFeed:RateLimits</c>.</summary>
internal sealed class RateLimitOptions : IValidatableObject
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public bool Enabled { get; set; } = true;

    public BucketOptions Read { get; set; } = new() { Permits = 100, Period = Minute };

    public BucketOptions List { get; set; } = new() { Permits = 50, Period = Minute };

    public BucketOptions ScoreWrite { get; set; } = new() { Permits = 10, Period = Second };

    public BucketOptions ScoreBatch { get; set; } = new() { Permits = 2, Period = Second };

    public BucketOptions ClaimWrite { get; set; } = new() { Permits = 20, Period = Minute };

    public BucketOptions IncidentWrite { get; set; } = new() { Permits = 10, Period = Second };

    public BucketOptions ClockWrite { get; set; } = new() { Permits = 10, Period = Second };

    public BucketOptions CoverageWrite { get; set; } = new() { Permits = 10, Period = Second };

    public BucketOptions MessageWrite { get; set; } = new() { Permits = 1, Period = Second, Burst = 10 };

    public BucketOptions Typing { get; set; } = new() { Permits = 1, Period = Second, Burst = 5 };

    public BucketOptions ScheduleWrite { get; set; } = new() { Permits = 10, Period = Minute };

    public BucketOptions MemberWrite { get; set; } = new() { Permits = 50, Period = Minute };

    public BucketOptions AnnouncementWrite { get; set; } = new() { Permits = 10, Period = Minute };

    public BucketOptions NotificationWrite { get; set; } = new() { Permits = 1, Period = Second, Burst = 30 };

    public BucketOptions WebhookWrite { get; set; } = new() { Permits = 10, Period = Minute };

    public BucketOptions ScorerLinkWrite { get; set; } = new() { Permits = 10, Period = Minute };

    public BucketOptions ScorerLinkUse { get; set; } = new() { Permits = 60, Period = Minute };

    public BucketOptions Transfer { get; set; } = new() { Permits = 10, Period = Minute };

    public BucketOptions Poll { get; set; } = new() { Permits = 2, Period = Second, Burst = 10 };

    public BucketOptions Ticket { get; set; } = new() { Permits = 60, Period = Minute };

    /// <summary>As many a second as may be open at one address: after a restart a whole hall comes back at once.</summary>
    public BucketOptions OpenStream { get; set; } = new() { Permits = 5_000, Period = TimeSpan.FromSeconds(1) };

    public BucketOptions SignIn { get; set; } = new() { Permits = 600, Period = Minute };

    public BucketOptions Register { get; set; } = new() { Permits = 60, Period = Minute };

    public BucketOptions Account { get; set; } = new() { Permits = 10, Period = Minute };

    public BucketOptions AccountAnywhere { get; set; } = new() { Permits = 100, Period = Minute };

    public BucketOptions Refresh { get; set; } = new() { Permits = 10, Period = Minute };

    public BucketOptions UnknownRefresh { get; set; } = new() { Permits = 60, Period = Minute };

    public BucketOptions UnknownScorerLink { get; set; } = new() { Permits = 60, Period = Minute };

    /// <summary>
    /// Large on purpose: a hall's Wi-Fi is one address with thousands of people behind it, and the reads that it limits are cheap.
    /// </summary>
    public BucketOptions Anonymous { get; set; } = new() { Permits = 200, Period = Second, Burst = 1_000 };

    public BucketOptions Of(RateLimitPolicy policy) => policy switch
    {
        RateLimitPolicy.Read => Read,
        RateLimitPolicy.List => List,
        RateLimitPolicy.ScoreWrite => ScoreWrite,
        RateLimitPolicy.ScoreBatch => ScoreBatch,
        RateLimitPolicy.ClaimWrite => ClaimWrite,
        RateLimitPolicy.IncidentWrite => IncidentWrite,
        RateLimitPolicy.ClockWrite => ClockWrite,
        RateLimitPolicy.CoverageWrite => CoverageWrite,
        RateLimitPolicy.MessageWrite => MessageWrite,
        RateLimitPolicy.Typing => Typing,
        RateLimitPolicy.ScheduleWrite => ScheduleWrite,
        RateLimitPolicy.MemberWrite => MemberWrite,
        RateLimitPolicy.AnnouncementWrite => AnnouncementWrite,
        RateLimitPolicy.NotificationWrite => NotificationWrite,
        RateLimitPolicy.WebhookWrite => WebhookWrite,
        RateLimitPolicy.ScorerLinkWrite => ScorerLinkWrite,
        RateLimitPolicy.ScorerLinkUse => ScorerLinkUse,
        RateLimitPolicy.Transfer => Transfer,
        RateLimitPolicy.Poll => Poll,
        RateLimitPolicy.Ticket => Ticket,
        RateLimitPolicy.OpenStream => OpenStream,
        RateLimitPolicy.SignIn => SignIn,
        RateLimitPolicy.Register => Register,
        RateLimitPolicy.Account => Account,
        RateLimitPolicy.AccountAnywhere => AccountAnywhere,
        RateLimitPolicy.Refresh => Refresh,
        RateLimitPolicy.UnknownRefresh => UnknownRefresh,
        RateLimitPolicy.UnknownScorerLink => UnknownScorerLink,
        RateLimitPolicy.Anonymous => Anonymous,
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, null),
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var policy in Enum.GetValues<RateLimitPolicy>())
        {
            var results = new List<ValidationResult>();
            var bucket = Of(policy);
            if (!Validator.TryValidateObject(bucket, new ValidationContext(bucket), results, true))
                yield return new ValidationResult($"LiveFeed:RateLimits:{policy}: {string.Join(" ", results.Select(result => result.ErrorMessage))}");
        }
    }
}
