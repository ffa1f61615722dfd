using System.Net;
using System.Security.Cryptography;
using LiveFeed.Api.Replay.Client;

namespace LiveFeed.Api.Replay;

/// <summary>The organizer's work before the first match: the event, its schedule, its scorekeepers.</summary>
internal sealed class ReplaySetup(ApiClient client, ClientSession organizer, EventId eventId)
{
    // Hashing passwords is what registration costs the server. More at once would only queue there.
    private const int RegistrationsAtOnce = 4;

    /// <summary>Creates the event. Returns false if it exists already.</summary>
    /// <exception cref="ReplayException">The server rejected the event.</exception>
    public async Task<bool> CreateEventAsync(RecordedTournament tournament, string visibility, CancellationToken cancellationToken)
    {
        var matches = tournament.Schedule.Matches;
        var body = new Wire.Event(
            eventId.Value,
            tournament.Name,
            tournament.Sport,
            visibility,
            Wire.Time(matches.Min(match => match.StartsAt)),
            Wire.Time(matches.Max(match => match.EndsAt)));
        var response = await organizer.SendAsync(HttpMethod.Post, "api/events", body, cancellationToken);
        if (response.Is(HttpStatusCode.Conflict, "event_exists"))
            return false;
        response.EnsureSuccess($"creation of event {eventId}");
        return true;
    }

    /// <exception cref="ReplayException">The server rejected the schedule.</exception>
    public async Task PutScheduleAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        var body = new Wire.Schedule(
            schedule.Divisions.Select(division => new Wire.Named(division.Id, division.Name)),
            schedule.Courts.Select(court => new Wire.Named(court.Id, court.Name)),
            schedule.Teams.Select(team => new Wire.Team(team.Id, team.Name, team.DivisionId)),
            schedule.Matches.Select(match => new Wire.Match(
                match.Id.Value,
                match.DivisionId,
                match.CourtId,
                match.Team1Id,
                match.Team2Id,
                match.Team1Label,
                match.Team2Label,
                Wire.Time(match.StartsAt),
                Wire.Time(match.EndsAt))));
        var response = await organizer.SendAsync(HttpMethod.Put, $"api/events/{eventId}/schedule", body, cancellationToken);
        response.EnsureSuccess("schedule");
    }

    /// <summary>Creates accounts whose passwords nobody else knows, and lets them score.</summary>
    /// <exception cref="ReplayException">The server rejected a request.</exception>
    public async Task<Scorekeeper[]> AddScorekeepersAsync(int count, string runId, CancellationToken cancellationToken)
    {
        var scorekeepers = new Scorekeeper[count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = RegistrationsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, count), parallel, async (index, token) =>
        {
            var (session, userId) = await RegisterAsync(index + 1, token);
            scorekeepers[index] = new Scorekeeper(session, eventId, runId);
            var response = await organizer.SendAsync(
                HttpMethod.Put, $"api/events/{eventId}/members/{Uri.EscapeDataString(userId)}", new Wire.Membership("media"), token);
            response.EnsureSuccess($"membership of scorekeeper {index + 1}");
        });
        return scorekeepers;
    }

    private async Task<(ClientSession Session, string UserId)> RegisterAsync(int number, CancellationToken cancellationToken)
    {
        // The top-level domain is reserved: no mail can ever reach anyone.
        var email = $"scorekeeper-{RandomNumberGenerator.GetHexString(24, lowercase: true)}@example.invalid";
        var password = RandomNumberGenerator.GetHexString(32);
        var registration = new Wire.Registration(email, password, $"Scorekeeper {number}");
        var response = await client.SendAsync(HttpMethod.Post, "api/auth/register", registration, null, cancellationToken);

        // The address is random, so only our own request can conflict: its first response was lost and the request was sent again.
        if (response.Status != HttpStatusCode.Conflict)
            response.EnsureSuccess($"registration of scorekeeper {number}");
        var session = await ClientSession.SignInAsync(client, email, password, cancellationToken);
        if (response.IsSuccess)
            return (session, response.Read<Wire.User>().Id);
        var me = await session.SendAsync(HttpMethod.Get, "api/auth/me", null, cancellationToken);
        return (session, me.EnsureSuccess($"account of scorekeeper {number}").Read<Wire.User>().Id);
    }
}
