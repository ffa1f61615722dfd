using System.Globalization;
using LiveFeed.Api.Replay.Client;

namespace LiveFeed.Api.Replay;

/// <summary>
/// Replays a tournament through the public API, as an organizer and scorekeepers would. Changes are posted in the order in which they
/// happened: all of one moment at once, the next moment when they are stored. A late response delays the replay and never reorders it. The
/// client's base address is the server's. It should keep no cookies, which would mix up the users. The log gets a line for every step.
/// </summary>
internal sealed class TournamentReplay(HttpClient http, TimeProvider time, TextWriter? log = null)
{
    // Long enough for a healthy server, and short enough for someone who has just pressed Ctrl-C.
    private static readonly TimeSpan CleanupTime = TimeSpan.FromSeconds(1.5);

    private readonly ApiClient client = new(http, time);
    private readonly TextWriter log = log ?? TextWriter.Null;

    /// <summary>The time of the file before which everything is posted; null before the first change.</summary>
    public DateTimeOffset? Reached { get; private set; }

    /// <summary>Creates the event if necessary, loads the schedule and plays every match that has a result.</summary>
    /// <exception cref="ReplayException">The server rejected something, or is out of reach.</exception>
    public async Task<ReplaySummary> RunAsync(RecordedTournament tournament, ReplayOptions options, CancellationToken cancellationToken)
    {
        var eventId = options.EventId ?? tournament.EventId;
        using var organizer = await ClientSession.SignInAsync(client, options.Email, options.Password, cancellationToken);
        var setup = new ReplaySetup(client, organizer, eventId);
        var created = await setup.CreateEventAsync(tournament, options.Visibility, cancellationToken);
        await log.WriteLineAsync($"event {eventId} {(created ? "created" : "is there already")}: {tournament.Name}, {tournament.Sport}");
        await setup.PutScheduleAsync(tournament.Schedule, cancellationToken);
        await log.WriteLineAsync(
            $"schedule loaded: {tournament.Schedule.Matches.Count} matches, {tournament.Schedule.Teams.Count} teams, {tournament.Schedule.Courts.Count} courts");

        var remaining = options.From is { } from ? ReplayScript.From(tournament, from) : tournament;
        var played = remaining.Played.Count;
        if (played == 0)
            return new ReplaySummary(eventId, 0, 0, TimeSpan.Zero);

        var scorekeepers = await setup.AddScorekeepersAsync(Math.Min(options.Scorekeepers, played), options.RunId, cancellationToken);
        await log.WriteLineAsync($"{scorekeepers.Length} scorekeepers at work");
        var started = time.GetTimestamp();
        try
        {
            await PlayAsync(remaining, options.Speed, scorekeepers, cancellationToken);
        }
        catch
        {
            await ReleaseAsync(scorekeepers);
            throw;
        }
        finally
        {
            foreach (var scorekeeper in scorekeepers)
                scorekeeper.Dispose();
        }

        return new ReplaySummary(eventId, played, scorekeepers.Sum(scorekeeper => scorekeeper.Posts), time.GetElapsedTime(started));
    }

    /// <summary>Compares every final score, winner and status on the server with the file.</summary>
    /// <returns>One line for each match that differs; empty if none does.</returns>
    /// <exception cref="ReplayException">The server rejected something, or is out of reach.</exception>
    public async Task<IReadOnlyList<string>> VerifyAsync(
        RecordedTournament tournament, ReplayOptions options, CancellationToken cancellationToken)
    {
        using var organizer = await ClientSession.SignInAsync(client, options.Email, options.Password, cancellationToken);
        return await ScoreCheck.RunAsync(organizer, options.EventId ?? tournament.EventId, tournament, cancellationToken);
    }

    private async Task PlayAsync(RecordedTournament tournament, double? speed, Scorekeeper[] scorekeepers, CancellationToken cancellationToken)
    {
        var assigned = ReplayScript.Assign(tournament, scorekeepers.Length);
        var clock = new ReplayClock(tournament.Played, speed, time);
        foreach (var moment in ReplayScript.Moments(tournament))
        {
            // Posted in part if the replay is stopped now. All of it can be posted again: each change has the whole score.
            Reached = moment.At;
            await clock.WaitUntilAsync(moment.At, cancellationToken);
            await Task.WhenAll(moment.Steps
                .GroupBy(step => assigned[step.Match.Id])
                .Select(steps => PlayAsync(scorekeepers[steps.Key], steps, cancellationToken)));
            foreach (var step in moment.Steps)
                await log.WriteLineAsync(Describe(step));
        }
    }

    private static async Task PlayAsync(Scorekeeper scorekeeper, IEnumerable<ReplayStep> steps, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
            await scorekeeper.PlayAsync(step, cancellationToken);
    }

    private async Task ReleaseAsync(Scorekeeper[] scorekeepers)
    {
        // The caller's token may be what ended the replay. And why it ended matters more than whether the claims could be released.
        using var cleanup = new CancellationTokenSource(CleanupTime, time);
        try
        {
            await Task.WhenAll(scorekeepers.Select(scorekeeper => scorekeeper.ReleaseAllAsync(cleanup.Token)));
        }
        catch (Exception failed) when (failed is ReplayException or OperationCanceledException)
        {
            await log.WriteLineAsync("some claims could not be released; they expire by themselves");
        }
    }

    private static string Describe(ReplayStep step)
    {
        var at = step.Change.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var (one, two) = (step.Match.Team1, step.Match.Team2);
        var state = step switch
        {
            { IsLast: true } => $", {Wire.Status(step.Change)}",
            { IsFirst: true } => ", kick-off",
            _ => "",
        };
        return $"{at}  match {step.Match.Id}: {one} {step.Change} {two}{state}";
    }
}
