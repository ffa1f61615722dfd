namespace LiveFeed.Infrastructure.Streaming.Hosting;

/// <summary>What streams are counted by.</summary>
/// <param name="Limit">The kind of limit: instance, replays, replays-of-address, event, address or user.</param>
/// <param name="Whose">The topic, address or user; empty for the instance and its replays.</param>
public readonly record struct StreamCount(string Limit, string Whose)
{
    /// <summary>Whether each instance counts for itself.</summary>
    public bool IsOfInstance => Limit is "instance" or StreamLimiter.Replays or StreamLimiter.ReplaysOfAddress;
}
