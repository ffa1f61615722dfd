namespace LiveFeed.Api.Replay;

/// <summary>
/// The replay cannot go on: the server rejected something that it should accept, or is out of reach. The message is one line.
/// </summary>
internal sealed class ReplayException(string message, Exception? inner = null) : Exception(message, inner);
