using System.Net;
using LiveFeed.Api.Replay.Client;

namespace LiveFeed.Api.Replay;

/// <summary>One person at the courts: claims a match, posts its score, releases the claim. Does one thing at a time.</summary>
internal sealed class Scorekeeper(ClientSession session, EventId eventId, string runId) : IDisposable
{
    private readonly HashSet<MatchId> claimed = [];

    /// <summary>How many scores the server accepted.</summary>
    public int Posts { get; private set; }

    /// <exception cref="ReplayException">The server rejected a request.</exception>
    public async Task PlayAsync(ReplayStep step, CancellationToken cancellationToken)
    {
        if (step.IsFirst)
            await ClaimAsync(step.Match, cancellationToken);
        await PostAsync(step, cancellationToken);
        if (step.IsLast)
            await ReleaseAsync(step.Match.Id, cancellationToken);
    }

    /// <summary>Releases the claims that an interrupted replay still holds, so that others need not wait for them to expire.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancellationToken)
    {
        foreach (var matchId in claimed.ToList())
            await ReleaseAsync(matchId, cancellationToken);
    }

    public void Dispose() => session.Dispose();

    private async Task ClaimAsync(RecordedMatch match, CancellationToken cancellationToken)
    {
        var response = await session.SendAsync(HttpMethod.Post, ClaimPath(match.Id), new Wire.Claim(), cancellationToken);
        response.EnsureSuccess($"claim of match {match.Id} ({match.Title})");
        claimed.Add(match.Id);
    }

    private async Task PostAsync(ReplayStep step, CancellationToken cancellationToken)
    {
        var score = new Wire.Score(
            step.Match.Id.Value, Wire.Sets(step.Change), Wire.Status(step.Change), $"{runId}-{step.Match.Id}-{step.Index}",
            Wire.Outcome(step.Change), Wire.Decider(step.Change));
        var response = await PostOnceAsync(score, cancellationToken);
        if (response.Is(HttpStatusCode.Forbidden, "claim_required"))
        {
            // At low speed, an hour without goals outlives the claim, because only a score renews it.
            await ClaimAsync(step.Match, cancellationToken);
            response = await PostOnceAsync(score, cancellationToken);
        }

        response.EnsureSuccess($"score {step.Change} of match {step.Match.Id} ({step.Match.Title})");
        Posts++;
    }

    private Task<ApiResponse> PostOnceAsync(Wire.Score score, CancellationToken cancellationToken) =>
        session.SendAsync(HttpMethod.Post, $"api/events/{eventId}/scores", score, cancellationToken);

    private async Task ReleaseAsync(MatchId matchId, CancellationToken cancellationToken)
    {
        var response = await session.SendAsync(HttpMethod.Delete, ClaimPath(matchId), null, cancellationToken);
        // Gone already: released by a request whose response was lost, or expired.
        if (response.Status != HttpStatusCode.NotFound)
            response.EnsureSuccess($"release of match {matchId}");
        claimed.Remove(matchId);
    }

    private string ClaimPath(MatchId matchId) => FormattableString.Invariant($"api/events/{eventId}/claims/{matchId}");
}
