using LiveFeed.Domain.Brackets;
using LiveFeed.Domain.Jobs;
using LiveFeed.Domain.Lineups;
using LiveFeed.Domain.Privacy;
using LiveFeed.Infrastructure.Accounts;
using LiveFeed.Infrastructure.Announcements;
using LiveFeed.Infrastructure.Brackets;
using LiveFeed.Infrastructure.Claims;
using LiveFeed.Infrastructure.Clocks;
using LiveFeed.Infrastructure.Coverage;
using LiveFeed.Infrastructure.Events;
using LiveFeed.Infrastructure.Exports;
using LiveFeed.Infrastructure.Feed;
using LiveFeed.Infrastructure.Incidents;
using LiveFeed.Infrastructure.Invitations;
using LiveFeed.Infrastructure.Jobs;
using LiveFeed.Infrastructure.Lineups;
using LiveFeed.Infrastructure.Members;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Players;
using LiveFeed.Infrastructure.Privacy;
using LiveFeed.Infrastructure.Schedules;
using LiveFeed.Infrastructure.ScorerLinks;
using LiveFeed.Infrastructure.Scores;
using LiveFeed.Infrastructure.Sessions;
using LiveFeed.Infrastructure.Standings;
using LiveFeed.Infrastructure.Statistics;
using LiveFeed.Infrastructure.Teams;
using LiveFeed.Infrastructure.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.Infrastructure;

/// <summary>What the domain reads and writes through.</summary>
internal static class StoreServices
{
    public static IServiceCollection AddStores(this IServiceCollection services)
    {
        services.AddScoped<DbSession>();
        services.AddScoped<IFeedEntryCollector>(provider => provider.GetRequiredService<DbSession>());
        services.AddScoped<IRaisedNotifications>(provider => provider.GetRequiredService<DbSession>());
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddScoped<IIdempotencyStore, IdempotencyStore>();
        services.AddScoped<IEventStore, EventStore>();
        services.AddScoped<IMatchStore, MatchStore>();
        services.AddScoped<IPoolStore, PoolStore>();
        services.AddScoped<IDerivedWork>(provider => provider.GetRequiredService<DbSession>());
        services.AddScoped<IScheduleStore, ScheduleStore>();
        services.AddScoped<IPlayerStore, PlayerStore>();
        services.AddScoped<IScoreStore, ScoreStore>();
        services.AddScoped<IClaimStore, ClaimStore>();
        services.AddScoped<IIncidentStore, IncidentStore>();
        services.AddScoped<ILineupStore, LineupStore>();
        services.AddScoped<IClockStore, ClockStore>();
        services.AddScoped<IStatisticsStore, StatisticsStore>();
        services.AddScoped<ICoverageStore, CoverageStore>();
        services.AddScoped<IUserStore, UserStore>();
        services.AddScoped<IMemberStore, MemberStore>();
        services.AddScoped<ITopicStore, TopicStore>();
        services.AddScoped<ITeamMemberStore, TeamMemberStore>();
        services.AddScoped<IMessageStore, MessageStore>();
        services.AddScoped<IInvitationStore, InvitationStore>();
        services.AddScoped<IScorerLinkStore, ScorerLinkStore>();
        services.AddScoped<IAnnouncementStore, AnnouncementStore>();
        services.AddScoped<IWebhookStore, WebhookStore>();
        services.AddScoped<ISessionStore, SessionStore>();
        services.AddScoped<IJobStore, JobStore>();
        services.AddScoped<IFeedCutter, FeedCutter>();
        services.AddScoped<IErasureStore, ErasureStore>();
        services.AddSingleton<IEventReads, EventReads>();
        services.AddSingleton<IScheduleReads, ScheduleReads>();
        services.AddSingleton<IPlayerReads, PlayerReads>();
        services.AddSingleton<IScoreReads, ScoreReads>();
        services.AddSingleton<IExportWriter, ExportWriter>();
        services.AddSingleton<IClaimReads, ClaimReads>();
        services.AddSingleton<IIncidentReads, IncidentReads>();
        services.AddSingleton<ILineupReads, LineupReads>();
        services.AddSingleton<IClockReads, ClockReads>();
        services.AddSingleton<IStatisticsReads, StatisticsReads>();
        services.AddSingleton<IMemberReads, MemberReads>();
        services.AddSingleton<ITeamMemberReads, TeamMemberReads>();
        services.AddSingleton<IMessageReads, MessageReads>();
        services.AddSingleton<IInvitationReads, InvitationReads>();
        services.AddSingleton<IScorerLinkReads, ScorerLinkReads>();
        services.AddSingleton<IAnnouncementReads, AnnouncementReads>();
        services.AddSingleton<IWebhookReads, WebhookReads>();
        services.AddSingleton<ISessionReads, SessionReads>();
        services.AddSingleton<IOwnDataReads, OwnDataReads>();
        services.AddScoped<ICoverageReads, CoverageReads>();
        services.AddScoped<IStandingsReads, StandingsReads>();
        services.AddScoped<IBracketReads, BracketReads>();
        return services;
    }
}
