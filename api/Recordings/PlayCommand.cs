using System.CommandLine;

namespace LiveFeed.Api.Recordings;

/// <summary>
/// <c>livefeed play FILE --urls URL --speed N</c>: serves a recording as the stream of any event. Exit codes: 0 stopped, 2 the file or an option is invalid.
/// </summary>
internal static class PlayCommand
{
    private const int MaxSpeed = 1_000;

    private static readonly Argument<string> File = new("FILE") { Description = "What livefeed record wrote" };

    private static readonly Option<string> Urls = new("--urls") { Description = "Where to listen", DefaultValueFactory = _ => "http://127.0.0.1:5090" };

    private static readonly Option<int> Speed = new("--speed") { Description = $"How many times faster than it was recorded, 1 to {MaxSpeed}", DefaultValueFactory = _ => 1 };

    public static Command Create()
    {
        var command = new Command("play", "Serves what livefeed record wrote as a stream, to test a client without a server") { File, Urls, Speed };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>Composes the server, which has the stream and nothing else.</summary>
    internal static WebApplication Compose(Recording recording, int speed, string urls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(urls);
        var app = builder.Build();
        var player = new RecordingPlayer(recording, speed, TimeProvider.System);
        app.MapGet("/api/events/{eventId}/stream", player.PlayAsync);
        return app;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (output, error) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
        var speed = arguments.GetValue(Speed);
        if (speed is < 1 or > MaxSpeed)
        {
            await error.WriteLineAsync($"--speed must be a whole number from 1 to {MaxSpeed}");
            return 2;
        }

        var recording = new Recording(arguments.GetRequiredValue(File));
        try
        {
            var count = await recording.CountAsync(cancellationToken);
            await using var app = Compose(recording, speed, arguments.GetRequiredValue(Urls));
            await app.StartAsync(cancellationToken);
            await output.WriteLineAsync($"plays {count} messages to each client of {app.Urls.First()}/api/events/ANY/stream");
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (Exception invalid) when (invalid is IOException or InvalidDataException or UnauthorizedAccessException or FormatException)
        {
            await error.WriteLineAsync(invalid.Message);
            return 2;
        }
    }
}
