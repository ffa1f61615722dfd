using System.Net;

namespace LiveFeed.Api.Replay.Client;

/// <summary>
/// One signed-in user. Renews the access token when the server reports that it has expired. Safe for use by several tasks.
/// </summary>
internal sealed class ClientSession : IDisposable
{
    private readonly ApiClient _client;
    private readonly Wire.Credentials _credentials;
    private readonly SemaphoreSlim _renewal = new(1);
    private volatile Wire.SignedIn _tokens;

    private ClientSession(ApiClient client, Wire.Credentials credentials, Wire.SignedIn tokens)
    {
        _client = client;
        _credentials = credentials;
        _tokens = tokens;
    }

    /// <exception cref="ReplayException">The server rejected the sign-in.</exception>
    public static async Task<ClientSession> SignInAsync(ApiClient client, string email, string password, CancellationToken cancellationToken)
    {
        var credentials = new Wire.Credentials(email, password);
        return new ClientSession(client, credentials, await SignInAsync(client, credentials, cancellationToken));
    }

    /// <summary>
    /// Sends a request and returns its response, a rejection too. If the token is rejected, renews it and repeats the request before that.
    /// </summary>
    /// <exception cref="ReplayException">There was no response, or the user can no longer sign in.</exception>
    public async Task<ApiResponse> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        var tokens = _tokens;
        var answer = await _client.SendAsync(method, path, body, tokens.AccessToken, cancellationToken);
        if (answer.Status != HttpStatusCode.Unauthorized) return answer;
        await RenewAsync(tokens, cancellationToken);
        return await _client.SendAsync(method, path, body, _tokens.AccessToken, cancellationToken);
    }

    public void Dispose() => _renewal.Dispose();

    private async Task RenewAsync(Wire.SignedIn refused, CancellationToken cancellationToken)
    {
        await _renewal.WaitAsync(cancellationToken);
        try
        {
            // A refresh token works once: a second caller uses the tokens that the first one got.
            if (_tokens != refused) return;
            _tokens = await RefreshAsync(refused, cancellationToken) ?? await SignInAsync(_client, _credentials, cancellationToken);
        }
        finally
        {
            _renewal.Release();
        }
    }

    // Returns null if the refresh token is of no use any more, for example because a response with its successor was lost.
    private async Task<Wire.SignedIn?> RefreshAsync(Wire.SignedIn expired, CancellationToken cancellationToken)
    {
        if (expired.RefreshToken is not { } token) return null;
        var answer = await _client.SendAsync(HttpMethod.Post, "api/auth/refresh", new Wire.Renewal(token), null, cancellationToken);
        return answer.IsSuccess ? answer.Read<Wire.SignedIn>() : null;
    }

    private static async Task<Wire.SignedIn> SignInAsync(
        ApiClient client, Wire.Credentials credentials, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(HttpMethod.Post, "api/auth/login", credentials, null, cancellationToken);
        return answer.EnsureSuccess($"sign-in as {credentials.Email}").Read<Wire.SignedIn>();
    }
}
