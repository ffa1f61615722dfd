using LiveFeed.Infrastructure.People;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Schedules;

internal sealed class ScheduleReads(ILiveFeedContextFactory contexts) : IScheduleReads
{
    public async Task<Page<MatchView>> MatchesAsync(EventId eventId, MatchFilter filter, bool fullNames, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var matches = db.Matches.AsNoTracking().Where(match => match.EventId == eventId);
        if (filter.TeamId is { } team)
            matches = matches.Where(match => match.Team1Id == team || match.Team2Id == team);
        if (filter.DivisionId is { } division)
            matches = matches.Where(match => match.DivisionId == division);
        if (filter.CourtId is { } court)
            matches = matches.Where(match => match.CourtId == court);
        if (filter.Status is MatchStatus.Scheduled)
            matches = matches.Where(match => !db.Scores.Any(score => score.EventId == eventId && score.MatchId == match.Id && score.Status != MatchStatus.Scheduled));
        else if (filter.Status is { } status)
            matches = matches.Where(match => db.Scores.Any(score => score.EventId == eventId && score.MatchId == match.Id && score.Status == status));

        var names = await NamesAsync(db, eventId, cancellationToken);
        var setting = await PublicNamesQueries.ForAsync(db, eventId, fullNames, cancellationToken);
        return await matches.OrderBy(match => match.StartsAt).ThenBy(match => match.Id).ToPageAsync(paging, match => PublishedNames.Of(setting, names.View(match)), cancellationToken);
    }

    public async Task<MatchView?> MatchAsync(EventId eventId, MatchId matchId, bool fullNames, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var match = await db.Matches.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == eventId && row.Id == matchId, cancellationToken);
        var setting = await PublicNamesQueries.ForAsync(db, eventId, fullNames, cancellationToken);
        return match is null ? null : PublishedNames.Of(setting, (await NamesAsync(db, eventId, cancellationToken)).View(match));
    }

    public async Task<Page<TeamView>> TeamsAsync(EventId eventId, int? divisionId, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var teams = db.Teams.AsNoTracking().Where(team => team.EventId == eventId);
        if (divisionId is { } division)
            teams = teams.Where(team => team.DivisionId == division);
        return await teams.OrderBy(team => team.Id).ToPageAsync(paging, team => team.ToView(), cancellationToken);
    }

    public async Task<TeamView?> TeamAsync(EventId eventId, int teamId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return (await db.Teams.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == eventId && row.Id == teamId, cancellationToken))?.ToView();
    }

    public async Task<NamedView?> CourtAsync(EventId eventId, int courtId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        return (await db.Courts.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == eventId && row.Id == courtId, cancellationToken))?.ToView();
    }

    public async Task<DivisionView?> DivisionAsync(EventId eventId, int divisionId, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        if (await db.Divisions.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == eventId && row.Id == divisionId, cancellationToken) is not { } division)
            return null;
        var pools = await db.Pools.AsNoTracking().Where(row => row.EventId == eventId && row.DivisionId == divisionId).ToDictionaryAsync(row => row.Id, cancellationToken);
        return new StoredSchedule([], [], [], [], pools).View(division);
    }

    public async Task<Schedule> ScheduleAsync(EventId eventId, bool fullNames, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var whole = await WholeAsync(db, eventId, cancellationToken);
        var players = await db.Players.AsNoTracking().Where(row => row.EventId == eventId).ToListAsync(cancellationToken);
        var setting = await PublicNamesQueries.ForAsync(db, eventId, fullNames, cancellationToken);
        return PublishedNames.Of(setting, whole.ToPlan().With(players));
    }

    /// <summary>Returns the whole schedule, not to be changed.</summary>
    public static async Task<StoredSchedule> WholeAsync(LiveFeedContext db, EventId eventId, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(db, eventId, cancellationToken);
        var matches = await db.Matches.AsNoTracking().Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id, cancellationToken);
        var pools = await db.Pools.AsNoTracking().Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id, cancellationToken);
        return names with { Matches = matches, Pools = pools };
    }

    private static async Task<StoredSchedule> NamesAsync(LiveFeedContext db, EventId eventId, CancellationToken cancellationToken) => new(
        await db.Divisions.AsNoTracking().Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id, cancellationToken),
        await db.Courts.AsNoTracking().Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id, cancellationToken),
        await db.Teams.AsNoTracking().Where(row => row.EventId == eventId).ToDictionaryAsync(row => row.Id, cancellationToken),
        [],
        []);
}
