using System.Net;

namespace LiveFeed.Api.Replay.Client;

/// <summary>
/// One signed-in user. Renews the access token when the server reports that it has expired. Safe for use by several tasks.
/// </summary>
internal sealed class ClientSession : IDisposable
{
    private readonly ApiClient client;
    private readonly Wire.Credentials credentials;
    private readonly SemaphoreSlim renewal = new(1);
    private volatile Wire.SignedIn tokens;

    private ClientSession(ApiClient client, Wire.Credentials credentials, Wire.SignedIn tokens)
    {
        this.client = client;
        this.credentials = credentials;
        this.tokens = tokens;
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
        var sent = tokens;
        var response = await client.SendAsync(method, path, body, sent.AccessToken, cancellationToken);
        if (response.Status != HttpStatusCode.Unauthorized)
            return response;
        await RenewAsync(sent, cancellationToken);
        return await client.SendAsync(method, path, body, tokens.AccessToken, cancellationToken);
    }

    public void Dispose() => renewal.Dispose();

    private async Task RenewAsync(Wire.SignedIn rejected, CancellationToken cancellationToken)
    {
        await renewal.WaitAsync(cancellationToken);
        try
        {
            // A refresh token works once: a second caller uses the tokens that the first one got.
            if (tokens != rejected)
                return;
            tokens = await RefreshAsync(rejected, cancellationToken) ?? await SignInAsync(client, credentials, cancellationToken);
        }
        finally
        {
            renewal.Release();
        }
    }

    // Returns null if the refresh token is of no use any more, for example because a response with its successor was lost.
    private async Task<Wire.SignedIn?> RefreshAsync(Wire.SignedIn expired, CancellationToken cancellationToken)
    {
        if (expired.RefreshToken is not { } token)
            return null;
        var response = await client.SendAsync(HttpMethod.Post, "api/auth/refresh", new Wire.Renewal(token), null, cancellationToken);
        return response.IsSuccess ? response.Read<Wire.SignedIn>() : null;
    }

    private static async Task<Wire.SignedIn> SignInAsync(
        ApiClient client, Wire.Credentials credentials, CancellationToken cancellationToken)
    {
        var response = await client.SendAsync(HttpMethod.Post, "api/auth/login", credentials, null, cancellationToken);
        return response.EnsureSuccess($"sign-in as {credentials.Email}").Read<Wire.SignedIn>();
    }
}
