namespace LiveFeed.Domain.Teams;

/// <summary>Some of a room's messages.</summary>
/// <param name="Items">The messages, the newest first.</param>
/// <param name="More">Whether there are earlier ones: ask for those before the last item.</param>
public sealed record MessagePage(IReadOnlyList<MessageView> Items, bool More);
