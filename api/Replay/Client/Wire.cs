using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveFeed.Api.Replay.Client;

/// <summary>
/// The bodies that this client sends and reads. They are its own, not the server's: only then does a replay prove the API.
/// </summary>
internal static class Wire
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string? Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Status(ScoreChange change) => change.Status switch
    {
        MatchStatus.Final => "final",
        MatchStatus.Cancelled => "cancelled",
        MatchStatus.Abandoned => "abandoned",
        MatchStatus.Postponed => "postponed",
        _ => "inProgress",
    };

    public static IEnumerable<SetPoints> Sets(ScoreChange change) => change.Sets.Select(set => new SetPoints(set.Team1, set.Team2));

    public static EndedBy? Outcome(ScoreChange change) => change.Details?.Outcome is { } outcome
        ? new EndedBy(JsonNamingPolicy.CamelCase.ConvertName($"{outcome.Kind}"), outcome.Winner)
        : null;

    public static ShootOut? Decider(ScoreChange change) => change.Details?.Decider is { } decider ? new ShootOut("shootOut", decider.Team1, decider.Team2) : null;

    public readonly record struct SetPoints(int Team1, int Team2)
    {
        public override string ToString() => FormattableString.Invariant($"{Team1}-{Team2}");
    }

    public sealed record Registration(string Email, string Password, string DisplayName);

    public sealed record Credentials(string Email, string Password);

    public sealed record Renewal(string RefreshToken);

    public sealed record SignedIn(string AccessToken, string? RefreshToken);

    public sealed record User(string Id);

    public sealed record Event(string Id, string Name, string Sport, string Visibility, string? StartsAt, string? EndsAt);

    public sealed record Named(int Id, string Name);

    public sealed record Team(int Id, string Name, int? DivisionId);

    public sealed record Match(
        int Id, int? DivisionId, int? CourtId, int? Team1Id, int? Team2Id, string? Team1Label, string? Team2Label, string? StartsAt,
        string? EndsAt);

    public sealed record Schedule(
        IEnumerable<Named> Divisions, IEnumerable<Named> Courts, IEnumerable<Team> Teams, IEnumerable<Match> Matches);

    public sealed record Membership(string Role);

    public sealed record Claim;

    public sealed record Score(int MatchId, IEnumerable<SetPoints> Sets, string Status, string ClientUpdateId, EndedBy? Outcome, ShootOut? Decider);

    public sealed record StoredScore(int MatchId, IReadOnlyList<SetPoints> Sets, string Status, int? Winner, EndedBy? Outcome, ShootOut? Decider);

    public sealed record EndedBy(string Kind, int? Winner);

    public sealed record ShootOut(string Kind, int Team1, int Team2);

    public sealed record Problem(string? Code, string? Title, string? Detail, Dictionary<string, string[]>? Errors);

    public sealed record Page<T>(IReadOnlyList<T> Items, int Total);
}
