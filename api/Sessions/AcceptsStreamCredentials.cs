namespace LiveFeed.Api.Sessions;

/// <summary>Marks endpoints that accept the access cookie and tickets, besides the header.</summary>
internal sealed class AcceptsStreamCredentials;
