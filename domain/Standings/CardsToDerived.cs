using MediatR;

namespace LiveFeed.Domain.Standings;

/// <summary>A card counts for the standings of a pool, if its rules know fair play.</summary>
internal sealed class CardsToDerived(IDerivedWork derived) : INotificationHandler<IncidentChanged>
{
    public Task Handle(IncidentChanged changed, CancellationToken cancellationToken)
    {
        if (MatchCards.Kinds.Contains(changed.Incident.Kind))
            derived.Add(changed.Incident.EventId, new DerivedChange(changed.Incident.MatchId));
        return Task.CompletedTask;
    }
}
