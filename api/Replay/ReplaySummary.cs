namespace LiveFeed.Api.Replay;

/// <summary>The result of a replay: matches played (those with a result in the file), scores that the server accepted.</summary>
internal sealed record ReplaySummary(EventId EventId, int Matches, int Posts, TimeSpan Elapsed)
{
    public override string ToString() =>
        FormattableString.Invariant($"{EventId}: {Matches} matches, {Posts} scores posted in {Elapsed.TotalSeconds:0.0} s");
}
