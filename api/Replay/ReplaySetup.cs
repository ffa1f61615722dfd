using System.Net;
using System.Security.Cryptography;
using LiveFeed.Api.Events.Files;
using LiveFeed.Api.Replay.Client;

namespace LiveFeed.Api.Replay;

/// <summary>The organizer's work before the first match: the event, its schedule, its scorekeepers.</summary>
internal sealed class ReplaySetup(ApiClient client, ClientSession organizer, string eventId)
{
    // Hashing passwords is what registration costs the server. More at once would only queue there.
    private const int RegistrationsAtOnce = 4;

    /// <summary>Creates the event. Returns false if it exists already.</summary>
    /// <exception cref="ReplayException">The server rejected the event.</exception>
    public async Task<bool> CreateEventAsync(Tournament tournament, string visibility, CancellationToken cancellationToken)
    {
        var matches = tournament.Matches;
        var body = new Wire.Event(
            eventId,
            tournament.Name,
            tournament.Sport,
            visibility,
            matches.Count == 0 ? null : Wire.Time(matches.Min(match => match.StartsAt)),
            matches.Count == 0 ? null : Wire.Time(matches.Max(match => match.EndsAt)));
        var answer = await organizer.SendAsync(HttpMethod.Post, "api/events", body, cancellationToken);
        if (answer.Is(HttpStatusCode.Conflict, "event_exists")) return false;
        answer.EnsureSuccess($"creation of event {eventId}");
        return true;
    }

    /// <exception cref="ReplayException">The server rejected the schedule.</exception>
    public async Task PutScheduleAsync(Tournament tournament, CancellationToken cancellationToken)
    {
        var body = new Wire.Schedule(
            tournament.Divisions.Select(division => new Wire.Named(division.Id, division.Name)),
            tournament.Courts.Select(court => new Wire.Named(court.Id, court.Name)),
            tournament.Teams.Select(team => new Wire.Team(team.Id, team.Name, team.DivisionId)),
            tournament.Matches.Select(match => new Wire.Match(
                match.Id,
                match.DivisionId,
                match.CourtId,
                match.Side1.TeamId,
                match.Side2.TeamId,
                Label(match.Side1),
                Label(match.Side2),
                Wire.Time(match.StartsAt),
                Wire.Time(match.EndsAt))));
        var answer = await organizer.SendAsync(HttpMethod.Put, $"api/events/{eventId}/schedule", body, cancellationToken);
        answer.EnsureSuccess("schedule");
    }

    /// <summary>Creates accounts whose passwords nobody else knows, and lets them score.</summary>
    /// <exception cref="ReplayException">The server rejected a request.</exception>
    public async Task<Scorekeeper[]> HireAsync(int count, string runId, CancellationToken cancellationToken)
    {
        var hired = new Scorekeeper[count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = RegistrationsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, count), parallel, async (index, token) =>
        {
            var (session, userId) = await RegisterAsync(index + 1, token);
            hired[index] = new Scorekeeper(session, eventId, runId);
            var answer = await organizer.SendAsync(
                HttpMethod.Put, $"api/events/{eventId}/members/{Uri.EscapeDataString(userId)}", new Wire.Membership("media"), token);
            answer.EnsureSuccess($"membership of scorekeeper {index + 1}");
        });
        return hired;
    }

    private async Task<(ClientSession ClientSession, string UserId)> RegisterAsync(int number, CancellationToken cancellationToken)
    {
        // The top-level domain is reserved: no mail can ever reach anyone.
        var email = $"scorekeeper-{RandomNumberGenerator.GetHexString(24, lowercase: true)}@example.invalid";
        var password = RandomNumberGenerator.GetHexString(32);
        var registration = new Wire.Registration(email, password, $"Scorekeeper {number}");
        var answer = await client.SendAsync(HttpMethod.Post, "api/auth/register", registration, null, cancellationToken);

        // The address is random, so only our own request can conflict: its first response was lost and the request was sent again.
        if (answer.Status != HttpStatusCode.Conflict) answer.EnsureSuccess($"registration of scorekeeper {number}");
        var session = await ClientSession.SignInAsync(client, email, password, cancellationToken);
        if (answer.IsSuccess) return (session, answer.Read<Wire.User>().Id);
        var me = await session.SendAsync(HttpMethod.Get, "api/auth/me", null, cancellationToken);
        return (session, me.EnsureSuccess($"account of scorekeeper {number}").Read<Wire.User>().Id);
    }

    private static string? Label(Side side) => side.TeamId is null ? side.Name : null;
}
