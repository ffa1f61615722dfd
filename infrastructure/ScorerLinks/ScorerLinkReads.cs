using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.ScorerLinks;

internal sealed class ScorerLinkReads(ILiveFeedContextFactory contexts, TimeProvider time) : IScorerLinkReads
{
    public async Task<Page<ScorerLinkView>> ListAsync(EventId eventId, Paging paging, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await using var db = contexts.Create();
        var rows =
            from link in db.ScorerLinks.AsNoTracking()
            join user in db.Users on link.CreatorId equals user.Id
            where link.EventId == eventId && link.ExpiresAt > now
            orderby link.CreatedAt descending, link.Id descending
            select new ScorerLinkRow { Link = link, MakerName = user.DisplayName };
        var page = await rows.ToPageAsync(paging, row => row, cancellationToken);
        var ids = page.Items.Select(row => row.Link.Id).ToList();
        var helpers = await db.Users.AsNoTracking().Where(user => user.ScorerLinkId != null && ids.Contains(user.ScorerLinkId)).OrderBy(user => user.CreatedAt).ThenBy(user => user.Id)
            .Select(user => new { LinkId = user.ScorerLinkId!, user.Id, user.DisplayName }).ToListAsync(cancellationToken);
        var ofLinks = helpers.ToLookup(helper => helper.LinkId, helper => new PersonView(helper.Id, helper.DisplayName), StringComparer.Ordinal);
        return new Page<ScorerLinkView>([.. page.Items.Select(row => row.ToView([.. ofLinks[row.Link.Id]]))], page.Total, page.Limit, page.Offset);
    }

    private sealed class ScorerLinkRow
    {
        public required ScorerLink Link { get; init; }

        public required string MakerName { get; init; }

        public ScorerLinkView ToView(IReadOnlyList<PersonView> helpers) => new(
            Link.Id, Link.CourtId, Link.MatchId, Link.Name, Link.ExpiresAt, Link.CreatedAt, new PersonView(Link.CreatorId, MakerName), helpers);
    }
}
