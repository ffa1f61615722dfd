namespace LiveFeed.Api.Replay.Files;

/// <summary>The file cannot be read as a tournament. The message is one line that names the place and what is wrong there.</summary>
internal sealed class TournamentFormatException(string message, Exception? inner = null) : Exception(message, inner);
