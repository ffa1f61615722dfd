using LiveFeed.Api.Http;
using MediatR;

namespace LiveFeed.Api.Scores;

/// <summary>A score.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Sets">
/// All sets so far (or whatever the sport calls its periods), first to last. A football match has one, and a second for a shoot-out.
/// </param>
/// <param name="Status">scheduled, inProgress, final or cancelled.</param>
/// <param name="OccurredAt">When the scorekeeper's device recorded it, by its own clock; now if left out.</param>
/// <param name="ClientUpdateId">The client's own id for this update. It makes a repeat harmless, and comes back in the feed.</param>
internal sealed record PostScoreBody(
    MatchId MatchId, IReadOnlyList<SetBody> Sets, MatchStatus Status, DateTimeOffset? OccurredAt = null, string? ClientUpdateId = null)
{
    /// <summary>Writes the score, or returns why not.</summary>
    public async Task<Result<ScoreView>> WriteAsync(EventId eventId, string? key, IfMatch<int>? expectedVersion, DeviceId device, HttpContext context, IMediator mediator)
    {
        // Both ids are checked, whichever is the key, because both are stored.
        var sets = WholeSets();
        if ((IdempotencyKey.Validate(ClientUpdateId, "clientUpdateId") ?? sets.Error) is { } error)
            return error;
        return await mediator.SendAsync(new PostScore(
            context.Actor(), eventId, MatchId, sets.Value!, Status, OccurredAt, ClientUpdateId, key, expectedVersion, device.Value));
    }

    /// <summary>Returns the sets in whole points. Rejects a number with a fraction, or one that is far too large.</summary>
    public Result<List<SetScore>> WholeSets()
    {
        const int absurd = 1_000_000;
        var sets = new List<SetScore>(Sets.Count);
        for (var i = 0; i < Sets.Count; i++)
        {
            foreach (var (name, points) in new[] { ("team1", Sets[i].Team1), ("team2", Sets[i].Team2) })
            {
                if (points != Math.Truncate(points) || Math.Abs(points) > absurd)
                    return Error.Invalid(ErrorCode.InvalidScore, $"sets[{i}].{name}", "Points are whole numbers from 0 to 999.");
            }

            sets.Add(new SetScore((int)Sets[i].Team1, (int)Sets[i].Team2));
        }

        return sets;
    }
}
