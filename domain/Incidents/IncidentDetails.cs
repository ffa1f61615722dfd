using System.Text.Json;

namespace LiveFeed.Domain.Incidents;

/// <summary>What a scorekeeper says about an incident.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Period">The period, from 1; null if it isn't said.</param>
/// <param name="Minute">The minute as the sport counts it, from 0; null if it isn't said.</param>
/// <param name="Added">The minute of added time, as the 2 in 45+2; null outside added time.</param>
/// <param name="Side">1 or 2: whose player or team it was, also for an own goal; null for neither.</param>
/// <param name="Person">Who, a player or a text; null if it isn't said.</param>
/// <param name="Person2">The second person, such as the one who comes in; null for none.</param>
/// <param name="Detail">More, for people; null for nothing.</param>
public sealed record IncidentDetails(
    IncidentKind Kind, int? Period = null, int? Minute = null, int? Added = null, int? Side = null, PersonReference? Person = null, PersonReference? Person2 = null,
    string? Detail = null)
{
    public const int MaxPeriod = 50;
    public const int MaxMinute = 999;
    public const int MaxPerson = 100;
    public const int MaxDetail = 500;

    /// <summary>Returns everything that is wrong, by field, or null.</summary>
    /// <param name="sport">The event's sport.</param>
    public Error? Validate(string sport)
    {
        var errors = new Dictionary<string, string[]>();
        void Check(bool isRight, string field, string message)
        {
            if (!isRight)
                errors.TryAdd(field, [message]);
        }

        var kinds = IncidentKinds.Of(sport);
        Check(kinds.Contains(Kind), "kind", $"In {sport} the kinds are {string.Join(", ", kinds.Select(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString())))}.");
        Check(Period is null or (>= 1 and <= MaxPeriod), "period", $"Periods are numbered from 1 to {MaxPeriod}.");
        Check(Minute is null or (>= 0 and <= MaxMinute), "minute", $"A minute is a number from 0 to {MaxMinute}.");
        Check(Added is null or (>= 0 and <= MaxMinute), "added", $"Added time is a number of minutes from 0 to {MaxMinute}.");
        Check(Added is null || Minute is not null, "added", "Added time needs the minute to which it is added, such as 45 and 2 for 45+2.");
        Check(Side is null or 1 or 2, "side", "A side is 1 or 2.");
        Check(Side is not null || !IncidentKinds.NeedsSide(Kind), "side", "Whose was it? Give the side, 1 or 2.");
        Check(Person?.Text is null || DisplayText.IsValid(Person.Text, MaxPerson), "person", $"A person is a text of 1 to {MaxPerson} characters, without line breaks.");
        Check(Person2?.Text is null || DisplayText.IsValid(Person2.Text, MaxPerson), "person2", $"A person is a text of 1 to {MaxPerson} characters, without line breaks.");
        Check(Detail is null || DisplayText.IsValid(Detail, MaxDetail), "detail", $"A detail is a text of 1 to {MaxDetail} characters, without line breaks.");
        return errors.Count == 0 ? null : new Error(ErrorCode.InvalidIncident, "This incident can't be: " + errors.First().Value[0], errors);
    }

    /// <summary>Returns the details as they are stored: with texts that can be shown.</summary>
    public IncidentDetails Cleaned() => this with { Person = Person?.Cleaned(), Person2 = Person2?.Cleaned(), Detail = Clean(Detail) };

    private static string? Clean(string? text) => text is null ? null : DisplayText.Clean(text);
}
