using MediatR;

namespace LiveFeed.Domain.ScorerLinks;

/// <summary>Ends the scorer links of whoever was organizer until now, in the transaction that takes the role away.</summary>
internal sealed class LinksOfFormerOrganizers(IScorerLinkStore links, OpenScorerLinks open, ScorerLinkEnder ender) : INotificationHandler<MembershipChanged>
{
    public async Task Handle(MembershipChanged changed, CancellationToken cancellationToken)
    {
        if (changed.Teams is not null)
            return;
        foreach (var link in await links.ListAsync(changed.EventId))
        {
            if (await open.FindAsync(link.Key) is null)
                await ender.EndAsync(link);
        }
    }
}
