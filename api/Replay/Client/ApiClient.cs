using System.Net.Http.Headers;
using Polly;

namespace LiveFeed.Api.Replay.Client;

/// <summary>
/// Sends requests to the API, with retries if they help, and reads the responses. The client's base address is the server's. It should keep
/// no cookies, because many users share it.
/// </summary>
internal sealed class ApiClient(HttpClient http, TimeProvider time)
{
    private readonly ResiliencePipeline<ApiResponse> retries = RetryPolicy.Create(time);

    /// <summary>Sends a request and returns its response, a rejection too. The path is relative to the server's address.</summary>
    /// <exception cref="ReplayException">There was no response, however often it was tried.</exception>
    public async Task<ApiResponse> SendAsync(
        HttpMethod method, string path, object? body, string? accessToken, CancellationToken cancellationToken)
    {
        try
        {
            return await retries.ExecuteAsync(
                async token => await SendOnceAsync(method, path, body, accessToken, token), cancellationToken);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            throw new ReplayException($"{method} {new Uri(http.BaseAddress!, path)}: no response: {lost.Message}", lost);
        }
    }

    private async Task<ApiResponse> SendOnceAsync(
        HttpMethod method, string path, object? body, string? accessToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body, body.GetType(), options: Wire.Json);
        if (accessToken is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await http.SendAsync(request, cancellationToken);
        return new ApiResponse(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken), RetryAfter(response));
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };
}
