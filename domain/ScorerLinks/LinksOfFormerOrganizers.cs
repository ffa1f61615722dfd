using MediatR;

namespace LiveFeed.Domain.ScorerLinks;

/// <summary>Ends the scorer links of a former organizer, in the transaction that takes the role away.</summary>
internal sealed class LinksOfFormerOrganizers(IScorerLinkStore links, OpenScorerLinks open, ScorerLinkEnder ender) : INotificationHandler<MembershipChanged>
{
    public async Task Handle(MembershipChanged changed, CancellationToken cancellationToken)
    {
        // Only teams have changed, and nobody's role of organizer.
        if (changed.Teams is not null)
            return;
        var ended = new List<ScorerLink>();
        foreach (var link in await links.ListAsync(changed.EventId))
        {
            if (await open.FindAsync(link.Key) is null)
                ended.Add(link);
        }

        await ender.EndAsync(changed.EventId, ended);
    }
}
