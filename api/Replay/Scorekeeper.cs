using System.Net;
using LiveFeed.Api.Events.Files;
using LiveFeed.Api.Replay.Client;

namespace LiveFeed.Api.Replay;

/// <summary>One person at the courts: claims a match, posts its score, releases the claim. Does one thing at a time.</summary>
internal sealed class Scorekeeper(ClientSession session, string eventId, string runId) : IDisposable
{
    private readonly HashSet<int> _claimed = [];

    /// <summary>How many scores the server accepted.</summary>
    public int Posts { get; private set; }

    /// <exception cref="ReplayException">The server rejected a request.</exception>
    public async Task PlayAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.IsFirst) await ClaimAsync(turn.Match, cancellationToken);
        await PostAsync(turn, cancellationToken);
        if (turn.IsLast) await ReleaseAsync(turn.Match.Id, cancellationToken);
    }

    /// <summary>Releases the claims that an interrupted replay still holds, so that others need not wait for them to expire.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancellationToken)
    {
        foreach (var matchId in _claimed.ToList()) await ReleaseAsync(matchId, cancellationToken);
    }

    public void Dispose() => session.Dispose();

    private async Task ClaimAsync(PlannedMatch match, CancellationToken cancellationToken)
    {
        var answer = await session.SendAsync(HttpMethod.Post, ClaimPath(match.Id), new Wire.Claim(), cancellationToken);
        answer.EnsureSuccess($"claim of match {match.Id} ({match.Title})");
        _claimed.Add(match.Id);
    }

    private async Task PostAsync(Turn turn, CancellationToken cancellationToken)
    {
        var score = new Wire.Score(
            turn.Match.Id, turn.Change.Sets, Wire.Status(turn.Change), $"{runId}-{turn.Match.Id}-{turn.Index}");
        var answer = await PostOnceAsync(score, cancellationToken);
        if (answer.Is(HttpStatusCode.Forbidden, "claim_required"))
        {
            // At low speed, an hour without goals outlives the claim, because only a score renews it.
            await ClaimAsync(turn.Match, cancellationToken);
            answer = await PostOnceAsync(score, cancellationToken);
        }

        answer.EnsureSuccess($"score {turn.Change} of match {turn.Match.Id} ({turn.Match.Title})");
        Posts++;
    }

    private Task<ApiResponse> PostOnceAsync(Wire.Score score, CancellationToken cancellationToken) =>
        session.SendAsync(HttpMethod.Post, $"api/events/{eventId}/scores", score, cancellationToken);

    private async Task ReleaseAsync(int matchId, CancellationToken cancellationToken)
    {
        var answer = await session.SendAsync(HttpMethod.Delete, ClaimPath(matchId), null, cancellationToken);
        // Gone already: released by a request whose response was lost, or expired.
        if (answer.Status != HttpStatusCode.NotFound) answer.EnsureSuccess($"release of match {matchId}");
        _claimed.Remove(matchId);
    }

    private string ClaimPath(int matchId) => FormattableString.Invariant($"api/events/{eventId}/claims/{matchId}");
}
