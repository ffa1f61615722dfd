// Reads the feed and the first message of the stream of the event "cup" with a client that a generator made of the OpenAPI document.
// LiveFeed.GeneratedClients NSwag|Kiota ADDRESS
using System.Text;
using System.Text.Json;
using Generated.Kiota;
using Generated.NSwag;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

var (generator, address) = (args[0], args[1]);
var read = generator == "NSwag" ? await ReadByNSwagAsync() : await ReadByKiotaAsync();
Console.WriteLine(JsonSerializer.Serialize(new { entries = read.Entries, cursor = read.Cursor, message = read.Message }));

async Task<(int Entries, string Cursor, string Message)> ReadByNSwagAsync()
{
    using var http = new HttpClient();
    var client = new NSwagClient(http) { BaseUrl = address };
    var page = await client.GetEventsFeedAsync("cup");
    using var stream = await client.GetEventsStreamAsync("cup");
    return (page.Entries.Count, page.Cursor, await FirstMessageAsync(stream.Stream));
}

async Task<(int Entries, string Cursor, string Message)> ReadByKiotaAsync()
{
    using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = address };
    var client = new KiotaClient(adapter);
    var cup = client.Api.Events["cup"];
    var page = await cup.Feed.GetAsync();
    // Kiota makes no method for a media type that it can't parse, but the request.
    await using var stream = await adapter.SendPrimitiveAsync<Stream>(cup.Stream.ToGetRequestInformation());
    return (page!.Entries!.Count, page.Cursor!, await FirstMessageAsync(stream!));
}

static async Task<string> FirstMessageAsync(Stream stream)
{
    var message = new StringBuilder();
    using var reader = new StreamReader(stream);
    while (await reader.ReadLineAsync() is { } line)
    {
        message.Append(line).Append('\n');
        if (line.Length == 0)
            return message.ToString();
    }

    throw new InvalidOperationException("The stream ended before its first message.");
}
