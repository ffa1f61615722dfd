namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>What a subscriber of several topics gets next.</summary>
/// <param name="Bytes">The bytes; empty if there is nothing, or if only the pieces of a snapshot follow.</param>
/// <param name="Entries">How many entries they have, beside those of snapshots.</param>
/// <param name="HasMore">Whether more follows: entries, or the pieces of a snapshot.</param>
internal readonly record struct Composed(ReadOnlyMemory<byte> Bytes, int Entries, bool HasMore);
