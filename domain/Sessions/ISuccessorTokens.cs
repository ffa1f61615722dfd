namespace LiveFeed.Domain.Sessions;

/// <summary>Derives refresh tokens from those that are presented, so that a repeat gets the same one although only its hash is stored.</summary>
public interface ISuccessorTokens
{
    /// <summary>Returns the token that follows this one in its family. Every instance returns the same; nobody else can derive it.</summary>
    string Derive(string token, string familyId);

    /// <summary>Returns the same first, and then what followed it while each of the previous signing keys was in use.</summary>
    IEnumerable<string> DeriveAll(string token, string familyId);
}
