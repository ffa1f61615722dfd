namespace LiveFeed.Domain;

/// <summary>The program can't start for a reason outside it. The message is one sentence for its operator: which setting or file, and what to do.</summary>
public sealed class StartException(string message, Exception? cause = null) : Exception(message, cause);
