namespace LiveFeed.Domain.Sessions;

/// <summary>Derives refresh tokens from those that are presented, so that a repeat gets the same one although only its hash is stored.</summary>
public interface ISuccessorTokens
{
    /// <summary>Returns the token that follows this one in its family. Every instance returns the same; nobody else can derive it.</summary>
    string Derive(string token, string familyId);
}
