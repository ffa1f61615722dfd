namespace LiveFeed.IntegrationTests.Faults;

/// <summary>A balancer as clients see it: each request goes to the next instance that takes the connection.</summary>
/// <param name="addresses">Returns the instances.</param>
/// <param name="first">Where it begins.</param>
internal sealed class RotatingHandler(Func<IReadOnlyList<Uri>> addresses, int first) : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(2) })
{
    private int next = first;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        for (var attempt = 1; ; attempt++)
        {
            var all = addresses();
            request.RequestUri = new Uri(all[(int)((uint)Interlocked.Increment(ref next) % (uint)all.Count)], path);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConnectionError && attempt < all.Count)
            {
                // Not connected, so nothing was sent: the next one takes it.
            }
        }
    }
}
