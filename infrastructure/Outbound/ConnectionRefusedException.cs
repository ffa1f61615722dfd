namespace LiveFeed.Infrastructure.Outbound;

/// <summary>An address can't be connected to, or must not be. Which of the two it is stays here: nobody learns from it what is in this server's network.</summary>
internal sealed class ConnectionRefusedException() : IOException("The address can't be connected to.");
