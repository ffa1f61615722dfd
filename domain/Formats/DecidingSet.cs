using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Formats;

/// <summary>How the deciding set is played if it is not like the others.</summary>
/// <param name="SetTo">The points it goes to.</param>
/// <param name="Lead">The lead that wins it; that of the other sets if left out.</param>
/// <param name="Cap">The points that win it with any lead; none if left out.</param>
public sealed record DecidingSet(
    int SetTo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Lead = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Cap = null);
