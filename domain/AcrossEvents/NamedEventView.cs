namespace LiveFeed.Domain.AcrossEvents;

/// <summary>One of several events.</summary>
/// <param name="Id">The event.</param>
/// <param name="Name">The name that people use.</param>
/// <param name="StartsAt">When it starts.</param>
/// <param name="EndsAt">When it ends.</param>
public sealed record NamedEventView(EventId Id, string Name, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt)
{
    internal static NamedEventView Of(EventView view) => new(view.Id, view.Name, view.StartsAt, view.EndsAt);
}
