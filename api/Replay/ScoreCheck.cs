using LiveFeed.Api.Replay.Client;

namespace LiveFeed.Api.Replay;

/// <summary>Compares the scores that the server has at the end with those of the file.</summary>
internal static class ScoreCheck
{
    private const int PageSize = 100;

    /// <returns>One line for each match that differs; empty if none does.</returns>
    /// <exception cref="ReplayException">The server rejected a request.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(
        ClientSession reader, EventId eventId, RecordedTournament tournament, CancellationToken cancellationToken)
    {
        var stored = await ReadAsync(reader, eventId, cancellationToken);
        return [.. tournament.Played.Select(match => Compare(match, stored.GetValueOrDefault(match.Id.Value))).OfType<string>()];
    }

    private static async Task<Dictionary<int, Wire.StoredScore>> ReadAsync(
        ClientSession reader, EventId eventId, CancellationToken cancellationToken)
    {
        var scores = new Dictionary<int, Wire.StoredScore>();
        for (var offset = 0; ;)
        {
            var path = FormattableString.Invariant($"api/events/{eventId}/scores?limit={PageSize}&offset={offset}");
            var response = await reader.SendAsync(HttpMethod.Get, path, null, cancellationToken);
            var page = response.EnsureSuccess("reading the scores").Read<Wire.Page<Wire.StoredScore>>();
            foreach (var score in page.Items)
                scores[score.MatchId] = score;

            // Advance by what was received, not by what was requested: a server may return smaller pages.
            offset += page.Items.Count;
            if (page.Items.Count == 0 || offset >= page.Total)
                return scores;
        }
    }

    private static string? Compare(RecordedMatch match, Wire.StoredScore? stored)
    {
        var expected = match.Timeline[^1];
        var title = $"match {match.Id} ({match.Title})";
        if (stored is null)
            return $"{title}: no score, expected {expected}";
        if (stored.Status != Wire.Status(expected))
            return $"{title}: status is {stored.Status}, expected {Wire.Status(expected)}";
        if (!stored.Sets.SequenceEqual(Wire.Sets(expected)))
            return $"{title}: score is {string.Join(", ", stored.Sets)}, expected {expected}";
        if (stored.Outcome != Wire.Outcome(expected) || stored.Decider != Wire.Decider(expected))
            return $"{title}: ended by {stored.Outcome} {stored.Decider}, expected {expected}";
        return stored.Winner == expected.Winner ? null : $"{title}: winner is {Name(stored.Winner)}, expected {Name(expected.Winner)}";
    }

    private static string Name(int? winner) => winner is { } side ? $"team {side}" : "nobody";
}
