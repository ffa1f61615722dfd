using System.Net;

namespace LiveFeed.Infrastructure.Outbound;

/// <summary>Finds the network addresses of a host.</summary>
internal interface IHostResolver
{
    /// <summary>Returns all addresses of a host; none if it has none.</summary>
    /// <param name="host">A name, or an address in any spelling that connecting would accept.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}
