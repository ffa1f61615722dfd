using LiveFeed.Domain.Follows;
using LiveFeed.Domain.Jobs;
using LiveFeed.Domain.Lineups;
using LiveFeed.Domain.Notifications;
using LiveFeed.Infrastructure.Persistence.Configurations;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>The model, the same for every provider. The derived contexts hold what differs, and each has its own migrations.</summary>
internal abstract class LiveFeedContext(DbContextOptions options) : DbContext(options)
{
    private CompiledQueries? compiled;

    public DbSet<User> Users => Set<User>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ScorerLink> ScorerLinks => Set<ScorerLink>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    public DbSet<StreamTicket> StreamTickets => Set<StreamTicket>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<LiveEvent> Events => Set<LiveEvent>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<Division> Divisions => Set<Division>();

    public DbSet<Court> Courts => Set<Court>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<Player> Players => Set<Player>();

    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Follow> Follows => Set<Follow>();

    public DbSet<Inbox> Inboxes => Set<Inbox>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<Match> Matches => Set<Match>();

    public DbSet<Pool> Pools => Set<Pool>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<Score> Scores => Set<Score>();

    public DbSet<ScoreRevision> ScoreRevisions => Set<ScoreRevision>();

    public DbSet<ScoreConflict> ScoreConflicts => Set<ScoreConflict>();

    public DbSet<ArchivedScore> ArchivedScores => Set<ArchivedScore>();

    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<LiveMatch> LiveMatches => Set<LiveMatch>();

    public DbSet<Lineup> Lineups => Set<Lineup>();

    public DbSet<MatchClock> Clocks => Set<MatchClock>();

    public DbSet<StatisticsCursor> StatisticsCursors => Set<StatisticsCursor>();

    public DbSet<CoverageItem> Coverage => Set<CoverageItem>();

    public DbSet<FeedHead> FeedHeads => Set<FeedHead>();

    public DbSet<FeedEntryRow> FeedEntries => Set<FeedEntryRow>();

    public DbSet<TransactionRecord> Transactions => Set<TransactionRecord>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<InstanceRow> Instances => Set<InstanceRow>();

    public DbSet<SchemaCompatibility> SchemaCompatibility => Set<SchemaCompatibility>();

    public CompiledQueries Compiled => compiled ??= CompiledQueries.For(GetType());

    /// <summary>
    /// Whether the response to COMMIT can be lost although the commit succeeded. If so, each transaction stores its id, by which that is
    /// found out.
    /// </summary>
    public virtual bool RecordsTransactions => true;

    /// <summary>
    /// The collation that keeps ids case-sensitive whatever the database's default; null if they are case-sensitive anyway.
    /// </summary>
    protected virtual string? IdCollation => null;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => IdConversions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(
            typeof(LiveFeedContext).Assembly, configuration => RecordsTransactions || configuration != typeof(TransactionRecordConfiguration));
        if (!RecordsTransactions)
            modelBuilder.Ignore<TransactionRecord>();
        SnakeCaseNames.Apply(modelBuilder);
        if (IdCollation is { } collation)
            StringIds.Collate(modelBuilder, collation);
    }
}
