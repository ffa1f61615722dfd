using System.CommandLine;
using System.Globalization;
using LiveFeed.Api.Operations;
using LiveFeed.Api.Replay.Client;
using LiveFeed.Infrastructure;

namespace LiveFeed.Api.Replay;

/// <summary>
/// <c>livefeed replay FILE --to URL --speed N</c>. Exit codes: 0 played (and verified), 1 the server rejected something, is out of reach or
/// has other scores than the file, 2 the file or an option is invalid.
/// </summary>
internal static class ReplayCommand
{
    private const string PasswordVariable = "LIVEFEED_REPLAY_PASSWORD";
    private const string Interrupted = "replay interrupted";
    private const int MaxScorekeepers = 1000;
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    private static readonly Argument<string> File = new("FILE")
    {
        Description = "A JSON file of openfootball in any of its forms, or a volleyball court schedule",
    };

    private static readonly Option<string> To = new("--to") { Description = "The server's address", Required = true };

    private static readonly Option<string> Speed = new("--speed")
    {
        Description = "How many times faster than it was played, or max for no waiting; gaps without a match are skipped",
        DefaultValueFactory = _ => "1",
    };

    private static readonly Option<string?> TimeZone = new("--time-zone")
    {
        Description = "The zone of times for which the file names none, such as Europe/London; UTC unless given",
    };

    private static readonly Option<string?> From = new("--from")
    {
        Description = "Go on with a replay that was stopped: post nothing before this time of the file, such as 2022-12-09T15:00:00Z",
    };

    private static readonly Option<string> Email = new("--email") { Description = "An organizer, who may create events", Required = true };

    private static readonly Option<string?> Password = new("--password")
    {
        Description = $"The organizer's; better given in {PasswordVariable}",
    };

    private static readonly Option<string?> Event = new("--event")
    {
        Description = "The event to play into, unless the one the file suggests",
    };

    private static readonly Option<string> Visibility = new("--visibility")
    {
        Description = "Who may read an event that is made: public or members",
        DefaultValueFactory = _ => "public",
    };

    private static readonly Option<int> Scorekeepers = new("--scorekeepers")
    {
        Description = "How many scorekeeper accounts share the matches",
        DefaultValueFactory = _ => ReplayOptions.DefaultScorekeepers,
    };

    private static readonly Option<bool> NoVerify = new("--no-verify")
    {
        Description = "Don't compare the server's scores with the file at the end",
    };

    public static Command Create()
    {
        var command = new Command("replay", "Plays a recorded tournament through the API of a running server")
        {
            File, To, Speed, TimeZone, From, Email, Password, Event, Visibility, Scorekeepers, NoVerify,
        };
        command.SetAction((arguments, cancellationToken) => UntilStopped.RunAsync(token => RunAsync(arguments, token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (output, error) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
        try
        {
            var (server, options, timeZone) = (ReadServer(arguments), ReadOptions(arguments), ReadTimeZone(arguments));
            // A program of its own: it composes what it needs to read the file, and nothing of the server.
            await using var services = new ServiceCollection().AddScheduleFiles().BuildServiceProvider();
            var files = services.GetRequiredService<IScheduleFileReader>();
            var read = await files.ReadRecordingAsync(arguments.GetRequiredValue(File), timeZone, cancellationToken);
            if (read.Value is not { } tournament)
            {
                await error.WriteLineAsync(read.Error!.Detail);
                return 2;
            }

            foreach (var note in tournament.Notes)
                await output.WriteLineAsync(note.Message);
            if (tournament.TimesWithoutZone > 0)
                await output.WriteLineAsync($"{tournament.TimesWithoutZone} times have no zone, and are read in {timeZone.Id} (--time-zone)");
            return await PlayAsync(server, tournament, options, verify: !arguments.GetValue(NoVerify), output, error, cancellationToken);
        }
        catch (ArgumentException invalid)
        {
            await error.WriteLineAsync(invalid.Message);
            return 2;
        }
        catch (ReplayException failed)
        {
            await error.WriteLineAsync(failed.Message);
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync(Interrupted);
            return 1;
        }
    }

    private static async Task<int> PlayAsync(
        Uri server, RecordedTournament tournament, ReplayOptions options, bool verify, TextWriter output, TextWriter error,
        CancellationToken cancellationToken)
    {
        // One handler for many users: cookies would mix them up.
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server, Timeout = RequestTimeout };
        var replay = new TournamentReplay(http, TimeProvider.System, output);
        ReplaySummary summary;
        try
        {
            summary = await replay.RunAsync(tournament, options, cancellationToken);
        }
        catch (Exception stopped) when (stopped is ReplayException || (stopped is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            await error.WriteLineAsync(stopped is ReplayException ? stopped.Message : Interrupted);
            await error.WriteLineAsync(HowToGoOn(replay.Reached));
            return 1;
        }

        await output.WriteLineAsync(summary.ToString());
        if (!verify || tournament.Played.Count == 0)
            return 0;

        var differences = await replay.VerifyAsync(tournament, options, cancellationToken);
        foreach (var difference in differences)
            await output.WriteLineAsync(difference);
        await output.WriteLineAsync(differences.Count == 0
            ? "verified: every score is as in the file"
            : $"not as in the file: {differences.Count} of {tournament.Played.Count} matches");
        return differences.Count == 0 ? 0 : 1;
    }

    private static string HowToGoOn(DateTimeOffset? reached) => reached is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"the replay stopped at {at.UtcDateTime:yyyy-MM-dd HH:mm}; to go on there, give the same command with --from {Wire.Time(at)}")
        : "the replay stopped before the first match; the same command begins anew";

    private static Uri ReadServer(ParseResult arguments)
    {
        // A base address without a slash at its end would lose its last segment.
        var text = arguments.GetRequiredValue(To).TrimEnd('/') + "/";
        return Uri.TryCreate(text, UriKind.Absolute, out var server)
            && (server.Scheme == Uri.UriSchemeHttp || server.Scheme == Uri.UriSchemeHttps)
            ? server
            : throw new ArgumentException("--to must be an address such as http://localhost:5080");
    }

    private static ReplayOptions ReadOptions(ParseResult arguments)
    {
        var password = arguments.GetValue(Password) ?? Environment.GetEnvironmentVariable(PasswordVariable);
        if (string.IsNullOrEmpty(password))
            throw new ArgumentException($"a password is needed: --password, or {PasswordVariable}");
        var visibility = arguments.GetRequiredValue(Visibility);
        if (visibility is not ("public" or "members"))
            throw new ArgumentException("--visibility must be public or members");
        var scorekeepers = arguments.GetValue(Scorekeepers);
        if (scorekeepers is < 1 or > MaxScorekeepers)
            throw new ArgumentException($"--scorekeepers must be 1 to {MaxScorekeepers}");
        EventId? eventId = null;
        if (arguments.GetValue(Event) is { } given)
            eventId = EventId.TryParse(given, out var id) ? id : throw new ArgumentException("--event must be 1 to 64 of A-Z a-z 0-9 _ -");

        return new ReplayOptions(arguments.GetRequiredValue(Email), password)
        {
            Speed = ReadSpeed(arguments.GetRequiredValue(Speed)),
            Scorekeepers = scorekeepers,
            EventId = eventId,
            From = ReadFrom(arguments.GetValue(From)),
            Visibility = visibility,
        };
    }

    private static TimeZoneInfo ReadTimeZone(ParseResult arguments)
    {
        if (arguments.GetValue(TimeZone) is not { } name)
            return TimeZoneInfo.Utc;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw new ArgumentException("--time-zone must be the name of a time zone such as Europe/London, or UTC");
    }

    private static DateTimeOffset? ReadFrom(string? text)
    {
        if (text is null)
            return null;
        return DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm:ss.FFFK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from)
            ? from
            : throw new ArgumentException("--from must be a time such as 2022-12-09T15:00:00Z");
    }

    private static double? ReadSpeed(string text)
    {
        if (text == "max")
            return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && speed is >= 0.01 and <= 1_000_000
            ? speed
            : throw new ArgumentException("--speed must be a number from 0.01 to 1000000, or max");
    }
}
