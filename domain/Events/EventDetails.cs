using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Events;

/// <summary>The details of an event that an organizer can set.</summary>
public sealed record EventDetails(
    string Name, string Sport, int? BestOf, Visibility Visibility, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, bool Archived,
    // Not in the idempotency hash unless it is set: earlier versions stored hashes without it.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TimeZone = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FormatChoice? Format = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] PublicNames PublicNames = PublicNames.Full)
{
    public const int MaxName = 200;

    /// <summary>How matches are played, with every default written out; null if that can't be.</summary>
    [JsonIgnore]
    public MatchFormat? MatchFormat => Format is not null ? Format.Resolve() : Sports.Find(Sport) is { } sport ? Sports.FormatOf(sport, BestOf) : null;

    /// <summary>The maximum number of sets, if it was chosen.</summary>
    [JsonIgnore]
    public int? EffectiveBestOf => Format is null ? BestOf : MatchFormat?.BestOf;

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
        if (Sports.Find(Sport) is not { } sport)
            return Error.Invalid(ErrorCode.UnknownSport, "sport", $"The sports are {string.Join(", ", Sports.Names)}.");
        if (Format is { } choice)
        {
            if (choice.Faults("format") is { Count: > 0 } faults)
                return new Error(ErrorCode.InvalidFormat, "No match can be played in this format.", faults);
            // Rubbers without a format of their own are played in the event's.
            if (choice.Resolve()!.Kind is FormatKind.Rubbers)
                return Error.Invalid(ErrorCode.InvalidFormat, "format", "Ties of rubbers get this format from their division, or one by one. The event's format is that of the rubbers.");
            return BestOf is null || BestOf == choice.Resolve()!.BestOf
                ? null
                : Error.Invalid(ErrorCode.InvalidFormat, "bestOf", "The format says how many sets there are. Leave bestOf out.");
        }

        return Sports.FormatOf(sport, BestOf) is not null
            ? null
            : Error.Invalid(ErrorCode.InvalidFormat, "bestOf", sport.Format.BestOf is null ? $"A match of {Sport} isn't won by sets. Leave bestOf out." : "bestOf is 1, 2, 3, 5 or 7, in sports of games 1, 3 or 5.");
    }
}
