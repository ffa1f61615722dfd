namespace LiveFeed.Infrastructure.Streaming.Signals.Presence;

/// <summary>Somebody whom others see in a topic.</summary>
/// <param name="Id">The user.</param>
/// <param name="Name">The name that the user chose.</param>
internal readonly record struct Person(UserId Id, string Name)
{
    /// <summary>Returns whom others see of a reader; null if the reader is not signed in.</summary>
    public static Person? Of(ReaderIdentity reader) => reader is { UserId: { } id, Name: { } name } ? new Person(id, name) : null;
}
