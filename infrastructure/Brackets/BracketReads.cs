using LiveFeed.Domain.Brackets;
using LiveFeed.Infrastructure.People;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Schedules;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Brackets;

internal sealed class BracketReads(ILiveFeedContextFactory contexts) : IBracketReads
{
    public async Task<Page<BracketView>> ListAsync(EventId eventId, int? divisionId, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var schedule = await ScheduleReads.WholeAsync(db, eventId, cancellationToken);
        var scores = await db.Scores.AsNoTracking().Where(score => score.EventId == eventId).ToDictionaryAsync(score => score.MatchId, score => score.ToView(), cancellationToken);
        var names = await PublicNamesQueries.ForAsync(db, eventId, fullNames: false, cancellationToken);
        var brackets = EventBrackets.Of(schedule, scores, names).Where(bracket => divisionId is null || bracket.Division?.Id == divisionId).ToList();
        return new Page<BracketView>([.. brackets.Skip(paging.Offset).Take(paging.Limit)], brackets.Count, paging.Limit, paging.Offset);
    }

    public async Task<Page<SideConflictView>> ConflictsAsync(EventId eventId, Paging paging, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var schedule = await ScheduleReads.WholeAsync(db, eventId, cancellationToken);
        var scores = await db.Scores.AsNoTracking().Where(score => score.EventId == eventId).ToDictionaryAsync(score => score.MatchId, cancellationToken);
        var conflicts = SideConflictView.Of(schedule, scores);
        return new Page<SideConflictView>([.. conflicts.Skip(paging.Offset).Take(paging.Limit)], conflicts.Count, paging.Limit, paging.Offset);
    }
}
