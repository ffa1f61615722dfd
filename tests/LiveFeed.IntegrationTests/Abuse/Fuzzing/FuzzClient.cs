using System.Net.Http.Headers;
using System.Text;

namespace LiveFeed.IntegrationTests.Abuse.Fuzzing;

/// <summary>What the server made of a request: its response with its body, or what went wrong in its place.</summary>
/// <param name="Response">Null if there was none.</param>
/// <param name="Text">The body; empty for a stream, of which only the head is read.</param>
/// <param name="Failure">Why there was no response; null if there was one.</param>
internal sealed record FuzzResponse(HttpResponseMessage? Response, string Text, string? Failure);

/// <summary>Sends generated requests as they are.</summary>
internal sealed class FuzzClient(Uri server) : IDisposable
{
    // Nothing waits on purpose, but for a sign-in after many failures (up to 5 s). So this is a request that hangs, also on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        ResponseDrainTimeout = TimeSpan.Zero,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<FuzzResponse> SendAsync(FuzzRequest request)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var message = request.ToMessage(server);
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var isStream = response.Content.Headers.ContentType is MediaTypeHeaderValue { MediaType: "text/event-stream" };
            return new FuzzResponse(response, isStream ? "" : await response.Content.ReadAsStringAsync(patience.Token), null);
        }
        catch (OperationCanceledException)
        {
            return new FuzzResponse(null, "", $"no response within {Patience.TotalSeconds} s");
        }
        catch (HttpRequestException exception)
        {
            return new FuzzResponse(null, "", $"no response: {exception}");
        }
    }

    public void Dispose() => http.Dispose();
}
