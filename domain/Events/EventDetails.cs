using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Events;

/// <summary>The details of an event that an organizer can set.</summary>
public sealed record EventDetails(
    string Name, string Sport, int? BestOf, Visibility Visibility, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, bool Archived,
    // Not in the idempotency hash unless it is set: earlier versions stored hashes without it.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TimeZone = null)
{
    public const int MaxName = 200;

    public Error? Validate()
    {
        var fields = new Dictionary<string, string[]>();
        if (!DisplayText.IsValid(Name, MaxName))
            fields["name"] = [$"Give a name of 1 to {MaxName} characters, without line breaks."];
        if (StartsAt > EndsAt)
            fields["endsAt"] = ["The event must end after it starts."];
        if (TimeZone is not null && !EventTimeZone.IsValid(TimeZone))
            fields["timeZone"] = [EventTimeZone.Malformed];
        if (fields.Count > 0)
            return new Error(ErrorCode.InvalidRequest, "The event can't be stored like this.", fields);
        return Sports.TryGet(Sport, BestOf, out _)
            ? null
            : Error.Invalid(ErrorCode.UnknownSport, "sport", $"The sports are {string.Join(", ", Sports.All)}; bestOf is 3 or 5, and 1 or 3 in beach volleyball.");
    }
}
