using System.CommandLine;

namespace LiveFeed.Api.Operations;

/// <summary>
/// <c>livefeed health</c>: requests a running server's health, if there is no other client to do so, and exits with 0 if it is well.
/// </summary>
internal static class HealthCommand
{
    private const string DefaultUrl = "http://localhost:5080/health/ready";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "What to ask.", DefaultValueFactory = _ => DefaultUrl };
        var command = new Command("health", "Ask a running server how it is; ends with 0 if well.") { url };
        command.SetAction((parsed, cancellationToken) =>
        {
            var console = parsed.InvocationConfiguration;
            return AskAsync(parsed.GetRequiredValue(url), console.Output, console.Error, cancellationToken);
        });
        return command;
    }

    private static async Task<int> AskAsync(string text, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            await error.WriteLineAsync($"--url must be an address, such as {DefaultUrl}");
            return 2;
        }

        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(url, cancellationToken);
            await output.WriteLineAsync(await answer.Content.ReadAsStringAsync(cancellationToken));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
