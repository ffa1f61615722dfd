using MediatR;

namespace LiveFeed.Api.Demo;

/// <summary>Plays a simulated tournament through the same commands that scorekeepers use, so that there is always something to see.</summary>
internal sealed partial class DemoService(IServiceScopeFactory scopes, DemoSettings settings, TimeProvider time, ILogger<DemoService> logger)
    : BackgroundService, IHostedLifecycleService
{
    // So many rounds are over when a day begins, so that tables and brackets have results from the start.
    private const int RoundsBefore = 2;

    private readonly Random random = new();
    private readonly SimulatedMatch?[] courts = new SimulatedMatch?[SimulatedCup.Courts];
    private Actor organizer = null!;
    private Actor scorekeeper = null!;

    /// <summary>Begins when the server listens: if the start fails, the services that this uses are disposed of under it.</summary>
    public Task StartedAsync(CancellationToken cancellationToken) => base.StartAsync(cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await PrepareAsync(stoppingToken);
            // The courts take turns, so that a rally ends on some court all the time.
            using var timer = new PeriodicTimer(settings.Rally / SimulatedCup.Courts, time);
            for (var turn = 0; await timer.WaitForNextTickAsync(stoppingToken); turn++)
                await PlayAsync(turn % SimulatedCup.Courts, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            // The demo is optional: without it the server still serves.
            Log.Stopped(logger, exception);
        }
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        organizer = await AccountAsync(DemoSettings.OrganizerEmail, "Demo Organizer", cancellationToken);
        scorekeeper = await AccountAsync(DemoSettings.ScorekeeperEmail, "Demo Scorekeeper", cancellationToken);
        var created = await SendAsync(
            new CreateEvent(organizer with { IsAdmin = true }, DemoSettings.EventId.Value, SimulatedCup.Details));
        if (created.Error is { Code: not ErrorCode.EventExists } error)
            throw new InvalidOperationException(error.Detail);
        if (created.Error is null)
        {
            await SendAsync(new PutMember(organizer, DemoSettings.EventId, scorekeeper.UserId, EventRole.Media, []));
            await BeginEditionAsync(1, cancellationToken);
        }
    }

    private async Task<Actor> AccountAsync(string email, string name, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var registered = await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new RegisterUser(email, DemoSettings.Password, name), cancellationToken);
        var user = registered.Value ?? await scope.ServiceProvider.GetRequiredService<IUserStore>().FindByEmailAsync(email);
        return user!.ToActor();
    }

    private async Task PlayAsync(int court, CancellationToken cancellationToken)
    {
        if (courts[court] is not { Status: not MatchStatus.Final } match)
        {
            match = courts[court] = await NextAsync(court + 1, cancellationToken);
            if (match is null)
            {
                await NewEditionAsync(cancellationToken);
                return;
            }
        }

        match.PlayRally();
        if (!await PostAsync(match))
            // Somebody else keeps this score. Read the stored score again at this court's next turn.
            courts[court] = null;
    }

    /// <summary>Stores a match as far as it has been played. Returns false if somebody else keeps its score.</summary>
    private async Task<bool> PostAsync(SimulatedMatch match)
    {
        var post = new PostScore(scorekeeper, DemoSettings.EventId, match.MatchId, match.Sets, match.Status, null, null, null, null);
        var posted = await SendAsync(post);
        if (posted.Error?.Code == ErrorCode.ClaimRequired)
        {
            await SendAsync(new ClaimMatch(scorekeeper, DemoSettings.EventId, match.MatchId, null));
            posted = await SendAsync(post);
        }

        if (posted.Error is null && match.Status == MatchStatus.Final)
            await SendAsync(new ReleaseClaim(scorekeeper, DemoSettings.EventId, match.MatchId));
        return posted.Error is null;
    }

    /// <summary>Returns the court's first match that isn't over, as far as it has been played; null if there is none whose teams are known.</summary>
    private async Task<SimulatedMatch?> NextAsync(int court, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var matches = await services.GetRequiredService<IScheduleReads>().MatchesAsync(
            DemoSettings.EventId, new MatchFilter(CourtId: court), fullNames: true, new Paging(100, 0), cancellationToken);
        foreach (var match in matches.Items)
        {
            var score = await services.GetRequiredService<IScoreReads>().FindAsync(DemoSettings.EventId, match.Id, cancellationToken);
            if (score is { Status: MatchStatus.Final or MatchStatus.Cancelled } || match.Team1 is null || match.Team2 is null)
                continue;
            return new SimulatedMatch(match.Id, FormatRules.Of(SimulatedCup.Details.MatchFormat!), score?.Sets ?? [], random);
        }

        return null;
    }

    /// <summary>
    /// Starts the next day once no court has a match that can be played. So a day ends too if nobody has won a place, such as by a result that somebody took back.
    /// </summary>
    private async Task NewEditionAsync(CancellationToken cancellationToken)
    {
        for (var court = 1; court <= SimulatedCup.Courts; court++)
        {
            if (await NextAsync(court, cancellationToken) is not null)
                return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<IScheduleReads>().ScheduleAsync(DemoSettings.EventId, fullNames: true, cancellationToken);
        await BeginEditionAsync((stored.Matches.Select(match => match.Id.Value).DefaultIfEmpty().Max() / 100) + 1, cancellationToken);
    }

    private async Task BeginEditionAsync(int edition, CancellationToken cancellationToken)
    {
        var start = time.Now() - (SimulatedCup.Slot * RoundsBefore);
        await SendAsync(new PutSchedule(organizer, DemoSettings.EventId, SimulatedCup.Plan(edition, start), AffectScored: true));
        for (var match = 0; match < RoundsBefore * SimulatedCup.Courts; match++)
        {
            if (await NextAsync((match % SimulatedCup.Courts) + 1, cancellationToken) is not { } next)
                continue;
            next.PlayToTheEnd();
            await PostAsync(next);
        }
    }

    private async Task<Result<T>> SendAsync<T>(ICommand<T> command)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().SendAsync(command);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.DemoStopped, Level = LogLevel.Error, Message = "The simulated tournament has stopped.")]
        public static partial void Stopped(ILogger logger, Exception exception);
    }
}
