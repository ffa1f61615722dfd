namespace LiveFeed.Api.Replay;

/// <summary>The replay cannot go on: the server refused something it should take, or is out of reach. The message is one line.</summary>
internal sealed class ReplayException(string message, Exception? inner = null) : Exception(message, inner);
