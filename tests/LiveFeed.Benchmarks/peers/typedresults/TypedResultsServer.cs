using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Benchmarks.Peers;

/// <summary><c>GET /stream</c> and <c>POST /publish</c>.</summary>
internal static class TypedResultsServer
{
    public const string Command = "serve-typedresults";

    private static readonly ConcurrentDictionary<Channel<string>, bool> Readers = new();

    public static async Task RunAsync(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        app.MapGet("/stream", (CancellationToken clientGone) => TypedResults.ServerSentEvents(StreamAsync(clientGone)));
        app.MapPost("/publish", async (HttpRequest request) =>
        {
            var message = Encoding.UTF8.GetString(await request.ReadBodyAsync());
            foreach (var (reader, _) in Readers)
                reader.Writer.TryWrite(message);
            return Results.NoContent();
        });
        await app.RunAsync();
    }

    private static async IAsyncEnumerable<string> StreamAsync([EnumeratorCancellation] CancellationToken clientGone)
    {
        var channel = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
        Readers.TryAdd(channel, true);
        try
        {
            yield return "welcome";
            await foreach (var message in channel.Reader.ReadAllAsync(clientGone))
                yield return message;
        }
        finally
        {
            Readers.TryRemove(channel, out _);
        }
    }
}
