using System.CommandLine;
using LiveFeed.Api.Operations;

namespace LiveFeed.Api.Recordings;

/// <summary>
/// <c>livefeed record URL --out FILE</c>. Exit codes: 0 recorded until the feed was over or Ctrl+C came, 1 the server rejected it, 2 an argument is invalid.
/// </summary>
internal static class RecordCommand
{
    private const string TokenVariable = "LIVEFEED_RECORD_TOKEN";

    // Until the response begins. The stream itself lasts as long as it lasts.
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    private static readonly Argument<string> Url = new("URL")
    {
        Description = "The page of an event (http://localhost:5080/events/demo), or its stream in the API, with a filter if not everything is wanted",
    };

    private static readonly Option<string?> Out = new("--out") { Description = "The file to write, which must not exist; the standard output unless given" };

    public static Command Create()
    {
        var command = new Command("record", $"Writes a feed down, one JSON message a line, until it is over or Ctrl+C; for an event of members give an access token in {TokenVariable}") { Url, Out };
        command.SetAction((arguments, cancellationToken) => UntilStopped.RunAsync(token => RunAsync(arguments, token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (output, error) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
        if (FeedAddress.Find(arguments.GetRequiredValue(Url)) is not { } address)
        {
            await error.WriteLineAsync("URL must be the page of an event, such as http://localhost:5080/events/demo, or its stream, such as http://localhost:5080/api/events/demo/stream");
            return 2;
        }

        var path = arguments.GetValue(Out);
        try
        {
            await using var file = path is null ? null : new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read));
            using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { Timeout = RequestTimeout };
            var recorder = new FeedRecorder(http, Environment.GetEnvironmentVariable(TokenVariable), file ?? output, error, TimeProvider.System);
            return await RecordAsync(recorder, address, error, cancellationToken);
        }
        catch (Exception impossible) when (impossible is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"--out: {impossible.Message}");
            return 2;
        }
    }

    private static async Task<int> RecordAsync(FeedRecorder recorder, Uri address, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            await recorder.RunAsync(address, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was recorded is what there is.
        }
        catch (RecordingException rejected)
        {
            await error.WriteLineAsync(rejected.Message);
            return 1;
        }

        await error.WriteLineAsync($"recorded {recorder.Messages} messages, with {recorder.Resets} resets");
        return 0;
    }
}
