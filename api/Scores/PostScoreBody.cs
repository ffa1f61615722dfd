using LiveFeed.Api.Http;
using MediatR;

namespace LiveFeed.Api.Scores;

/// <summary>A score.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Sets">
/// All sets so far (or whatever the sport calls its periods), first to last. Needed unless there is an outcome.
/// </param>
/// <param name="Status">How far the match has come. Needed unless there is an outcome: the match is final then.</param>
/// <param name="OccurredAt">When the scorekeeper's device recorded it, by its own clock; now if left out.</param>
/// <param name="ClientUpdateId">The client's own id for this update. It makes a repeat harmless, and comes back in the feed.</param>
/// <param name="Outcome">Why the match ended other than by play, and who won it. It counts whatever the sets say, and needs none.</param>
/// <param name="Decider">What was played apart from the periods: a shoot-out, a golden set, or a match tie-break.</param>
/// <param name="Points">What stands in the running game of tennis or padel, or in its tie-break.</param>
/// <param name="Server">The team that serves: 1 or 2.</param>
/// <param name="Reason">Why an organizer corrects a final score. With it, the match needs no claim.</param>
internal sealed record PostScoreBody(
    MatchId MatchId, IReadOnlyList<SetBody>? Sets = null, MatchStatus? Status = null, DateTimeOffset? OccurredAt = null, string? ClientUpdateId = null,
    Outcome? Outcome = null, Decider? Decider = null, RunningPoints? Points = null, int? Server = null, string? Reason = null)
{
    /// <summary>Writes the score, or returns why not.</summary>
    public async Task<Result<ScoreView>> WriteAsync(EventId eventId, string? key, IfMatch<int>? expectedVersion, DeviceId device, HttpContext context, IMediator mediator)
    {
        var sets = WholeSets();
        if ((IdempotencyKey.ValidateUpdateId(ClientUpdateId) ?? Missing() ?? sets.Error) is { } error)
            return error;
        return await mediator.SendAsync(new PostScore(
            context.Actor(), eventId, MatchId, sets.Value!, Status ?? MatchStatus.Final, OccurredAt, ClientUpdateId, key, expectedVersion, device.Value,
            ScoreDetails.Of(Outcome, Decider, Points, Server), Reason));
    }

    private Error? Missing()
    {
        if (Outcome is not null || (Sets is not null && Status is not null))
            return null;
        var missing = new Dictionary<string, string[]>();
        if (Sets is null)
            missing["sets"] = ["Give all sets so far, or an outcome."];
        if (Status is null)
            missing["status"] = ["Give the status, or an outcome."];
        return new Error(ErrorCode.InvalidJson, $"Members are missing: {string.Join(", ", missing.Keys)}.", missing);
    }

    /// <summary>Returns the sets in whole points. Rejects a number with a fraction, or one that is far too large.</summary>
    public Result<List<SetScore>> WholeSets()
    {
        const int absurd = 1_000_000;
        var given = Sets ?? [];
        var sets = new List<SetScore>(given.Count);
        for (var i = 0; i < given.Count; i++)
        {
            foreach (var (name, points) in new[] { ("team1", given[i].Team1), ("team2", given[i].Team2) })
            {
                if (points != Math.Truncate(points) || Math.Abs(points) > absurd)
                    return Error.Invalid(ErrorCode.InvalidScore, $"sets[{i}].{name}", "Points are whole numbers from 0 to 9999.");
            }

            sets.Add(new SetScore((int)given[i].Team1, (int)given[i].Team2, given[i].TieBreak));
        }

        return sets;
    }
}
