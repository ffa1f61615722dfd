using LiveFeed.Api.Http;

namespace LiveFeed.Api.ScorerLinks;

/// <summary>A new scorer link, with its secret.</summary>
/// <param name="Id">The id, by which it can be revoked.</param>
/// <param name="Link">The address to pass on.</param>
/// <param name="QrCode">The same as a QR code, in SVG.</param>
/// <param name="CourtId">The court whose matches can be scored by it; null if it is for one match.</param>
/// <param name="MatchId">The match that can be scored by it; null if it is for a court.</param>
/// <param name="Name">What organizers recognize it by.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
internal sealed record NewScorerLinkView(string Id, string Link, string QrCode, int? CourtId, MatchId? MatchId, string? Name, DateTimeOffset ExpiresAt)
{
    public static NewScorerLinkView Of(IssuedScorerLink issued, HttpRequest request)
    {
        var (link, address) = (issued.Link, request.PageLink("scorer", issued.Secret));
        return new(link.Id, address, ScorerLinks.QrCode.ToSvg(address), link.CourtId, link.MatchId, link.Name, link.ExpiresAt);
    }
}
