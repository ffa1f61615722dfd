using System.Text.Json.Serialization;

namespace LiveFeed.Domain;

/// <summary>The condition of a write: which state it was made for (RFC 9110, section 13.1.1).</summary>
/// <param name="OneOf">The states; null for any that exists.</param>
/// <typeparam name="T">How a state is named: a version, or a tag of its content.</typeparam>
[JsonConverter(typeof(IfMatchJsonConverter))]
public sealed record IfMatch<T>(IReadOnlyList<T>? OneOf)
{
    /// <summary>Returns whether the write may be done.</summary>
    /// <param name="current">The state now.</param>
    /// <param name="exists">Whether there is anything that has this state.</param>
    public bool Allows(T current, bool exists = true) => OneOf is null ? exists : OneOf.Contains(current);
}
