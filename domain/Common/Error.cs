namespace LiveFeed.Domain;

/// <summary>An expected rejection: what was wrong, in words that say what to do, and the data that the client needs to do it.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Detail">One or two sentences for people.</param>
/// <param name="Fields">For validation: what is wrong, by field (<c>sets[5]</c>).</param>
/// <param name="Extensions">Further members of the problem document, such as <c>current</c> or <c>holder</c>.</param>
public sealed record Error(
    ErrorCode Code,
    string Detail,
    IReadOnlyDictionary<string, string[]>? Fields = null,
    IReadOnlyDictionary<string, object?>? Extensions = null)
{
    public static Error Invalid(ErrorCode code, string field, string message) =>
        new(code, message, new Dictionary<string, string[]> { [field] = [message] });
}
