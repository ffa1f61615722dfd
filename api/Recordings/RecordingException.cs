namespace LiveFeed.Api.Recordings;

/// <summary>A recording can't go on, and another connection would not help.</summary>
internal sealed class RecordingException(string message, Exception? inner = null) : Exception(message, inner);
