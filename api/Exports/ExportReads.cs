using LiveFeed.Domain.Exports;
using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Api.Exports;

/// <summary>Reads what exports are made of.</summary>
internal sealed class ExportReads(IEventReads events, IScheduleReads schedules, IScoreReads scores)
{
    private static readonly Paging Everything = new(int.MaxValue, 0);

    // None of them is cancelled: others may wait for the same file.
    public async Task<ExportTable> ScheduleAsync(EventId eventId, MatchFilter filter) =>
        ScheduleExport.Create(await MatchesAsync(eventId, filter), await PoolsAsync(eventId), await FindAsync(eventId));

    public async Task<ExportTable> ResultsAsync(EventId eventId, MatchFilter filter) =>
        ResultsExport.Create(await MatchesAsync(eventId, filter), await PoolsAsync(eventId), await ScoresAsync(eventId, filter), await FindAsync(eventId));

    public async Task<MatchCalendar> CalendarAsync(EventId eventId, MatchFilter filter, TopicFeed feed)
    {
        var changes = await feed.GetValueAsync(() => MatchChanges.ReadAsync(feed), CancellationToken.None);
        return MatchCalendar.Create(await FindAsync(eventId), await MatchesAsync(eventId, filter), await ScoresAsync(eventId, filter), changes.Value.ByMatch);
    }

    private async Task<EventView> FindAsync(EventId eventId) =>
        await events.FindAsync(eventId, CancellationToken.None) ?? throw new InvalidOperationException($"The event {eventId} was removed while it was read.");

    private async Task<IReadOnlyList<MatchView>> MatchesAsync(EventId eventId, MatchFilter filter) =>
        (await schedules.MatchesAsync(eventId, filter, fullNames: false, Everything, CancellationToken.None)).Items;

    private async Task<IReadOnlyDictionary<string, string>> PoolsAsync(EventId eventId) =>
        (await schedules.ScheduleAsync(eventId, fullNames: false, CancellationToken.None)).Divisions
            .SelectMany(division => division.Pools.Value ?? []).ToDictionary(pool => pool.Id, pool => pool.Name);

    private async Task<IReadOnlyDictionary<MatchId, ScoreView>> ScoresAsync(EventId eventId, MatchFilter filter) =>
        (await scores.ListAsync(eventId, filter.TeamId, filter.DivisionId, Everything, CancellationToken.None)).Items.ToDictionary(score => score.MatchId);
}
