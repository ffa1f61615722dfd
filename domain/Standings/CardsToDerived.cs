using MediatR;

namespace LiveFeed.Domain.Standings;

/// <summary>
/// A card counts for the standings of a pool, if its rules know fair play. Only matches with a final score count: a card before the end is
/// counted when the match becomes final.
/// </summary>
internal sealed class CardsToDerived(IMatchStore matches, IScoreStore scores, IPoolStore pools, IDerivedWork derived) : INotificationHandler<IncidentChanged>
{
    public async Task Handle(IncidentChanged changed, CancellationToken cancellationToken)
    {
        var card = changed.Incident;
        if (MatchCards.Kinds.Contains(card.Kind) && await CountsAsync(card.EventId, card.MatchId))
            derived.Add(card.EventId, new DerivedChange(card.MatchId));
    }

    // From the cheapest to the dearest: most cards are given in matches that aren't over.
    private async Task<bool> CountsAsync(EventId eventId, MatchId matchId) =>
        (await matches.FindAsync(eventId, matchId))?.PoolId is { } poolId
        && await scores.FindAsync(eventId, matchId) is { Status: MatchStatus.Final }
        && await pools.FindAsync(eventId, poolId) is { } pool
        && (await pools.DivisionsAsync(eventId, [pool]))[pool.DivisionId].CountsCards;
}
