namespace LiveFeed.Infrastructure.Streaming.Hosting;

/// <summary>What streams are counted by.</summary>
/// <param name="Limit">The kind of limit: instance, event, address or user.</param>
/// <param name="Whose">The topic, address or user; empty for the instance.</param>
public readonly record struct StreamCount(string Limit, string Whose)
{
    public bool IsOfInstance => Limit == "instance";
}
