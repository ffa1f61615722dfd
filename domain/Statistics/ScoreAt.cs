namespace LiveFeed.Domain.Statistics;

/// <summary>A match's sets at a time.</summary>
public sealed record ScoreAt(IReadOnlyList<SetScore> Sets, DateTimeOffset At)
{
    /// <summary>Returns a set; one that is not there yet is 0:0.</summary>
    /// <param name="index">The set, from 0.</param>
    public SetScore Set(int index) => index < Sets.Count ? Sets[index] : default;

    /// <summary>Returns whether a match may come from this score to the other one by points alone.</summary>
    public bool LeadsTo(ScoreAt later) =>
        Sets.Count <= later.Sets.Count && Enumerable.Range(0, Sets.Count).All(i => Set(i).Team1 <= later.Set(i).Team1 && Set(i).Team2 <= later.Set(i).Team2);

    public bool HasSameSets(ScoreAt other) => Sets.SequenceEqual(other.Sets);
}
