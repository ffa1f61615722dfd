using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using LiveFeed.Infrastructure.Outbound;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Webhooks;

/// <summary>Sends signed requests to webhooks.</summary>
internal sealed class WebhookSender(OutboundHttp http, WebhookMetrics metrics, IOptions<WebhookOptions> options, TimeProvider time) : IDisposable
{
    // More than is kept of an error, as UTF-8.
    private const int MaxErrorBytes = 2_048;

    // The same text whatever is behind an address: it must not tell what is in this server's network.
    private const string NotReached = "The address can't be reached. It has to be a public one, at which a server responds.";

    private readonly SemaphoreSlim free = new(options.Value.MaxAtOnce);

    /// <summary>Sends a message. Returns its outcome, whatever the receiver does.</summary>
    public async Task<WebhookOutcome> SendAsync(Webhook webhook, WebhookMessage message, CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        try
        {
            var outcome = await TrySendAsync(webhook, message, cancellationToken);
            metrics.Attempted(outcome);
            return outcome;
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();

    private async Task<WebhookOutcome> TrySendAsync(Webhook webhook, WebhookMessage message, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = CreateRequest(webhook, message);
        var began = time.GetTimestamp();
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            var (status, duration) = ((int)response.StatusCode, time.GetElapsedTime(began));
            return response.IsSuccessStatusCode
                ? new WebhookOutcome(WebhookOutcome.Delivered, status, duration, null)
                : new WebhookOutcome(status == 410 ? WebhookOutcome.Gone : WebhookOutcome.Rejected, status, duration, await DescribeAsync(response, either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(WebhookOutcome.TimedOut, timeout.IsCancellationRequested ? $"There was no response within {options.Value.Timeout.TotalSeconds:0.###} s." : NotReached);
        }
        catch (HttpRequestException exception)
        {
            return Failed(WebhookOutcome.NotReached, Describe(exception));
        }
        catch (IOException)
        {
            return Failed(WebhookOutcome.NotReached, "The connection was lost before the response was complete.");
        }

        WebhookOutcome Failed(string kind, string error) => new(kind, null, time.GetElapsedTime(began), error);
    }

    private HttpRequestMessage CreateRequest(Webhook webhook, WebhookMessage message)
    {
        var now = time.Now();
        var timestamp = now.ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("User-Agent", "LiveFeed-Webhooks");
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Create(webhook.SecretsAt(now), message.Id, timestamp, message.Body));
        return request;
    }

    private static string Describe(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.SecureConnectionError => "The receiver's certificate is not valid for this address, or it speaks no TLS.",
        HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded => "What came back is no response of HTTP.",
        _ => NotReached,
    };

    /// <summary>Returns what a response that is no success says: its status, and the first characters of its text.</summary>
    private static async Task<string> DescribeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var summary = status is >= 300 and < 400 ? $"Status {status}: redirects are not followed. Give the address that it leads to." : $"Status {status}.";
        var body = await ReadStartAsync(response, cancellationToken);
        // Invisible characters could make it look like something else.
        var text = new string([.. Encoding.UTF8.GetString(body).Where(character => !char.IsControl(character) && character != '\uFFFD')]).Trim();
        var whole = text.Length == 0 ? summary : $"{summary} {text}";
        return ShortText.Of(whole, Webhook.MaxErrorLength);
    }

    private static async Task<byte[]> ReadStartAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var start = new byte[MaxErrorBytes];
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            return start[..await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken)];
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or SocketException or OperationCanceledException)
        {
            // The status says enough.
            return [];
        }
    }
}
