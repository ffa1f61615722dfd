namespace LiveFeed.Infrastructure.Streaming.Signals.Presence;

/// <summary>Somebody whom others see in a topic.</summary>
/// <param name="Id">The user.</param>
/// <param name="Name">The name that the user chose.</param>
internal readonly record struct Person(UserId Id, string Name);
