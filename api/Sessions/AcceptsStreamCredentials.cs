using LiveFeed.Api.OpenApi;

namespace LiveFeed.Api.Sessions;

/// <summary>Marks endpoints that accept the access cookie and tickets, besides the header.</summary>
internal sealed class AcceptsStreamCredentials
{
    public static readonly QueryParameterMetadata Ticket = new("ticket", "From POST /api/streams/tickets, in place of an access token.", Schemas.Text);
}
