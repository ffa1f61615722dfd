using System.Globalization;
using LiveFeed.Domain.Lineups;

namespace LiveFeed.Domain.People;

/// <summary>
/// Decides what readers get of people's names. Every view that has one passes here on its way into an entry, a response or a file, unless who reads it keeps
/// score or manages the event.
/// </summary>
public static class PublishedNames
{
    // A longer number may be a date of birth, or the number of a passport.
    private const int MaxNumber = 3;

    /// <summary>Returns what is published of a name, or of a text that has one such as "7 Ada Striker"; null if nothing is.</summary>
    public static string? Of(PublicNames setting, string? text)
    {
        if (setting == PublicNames.Full || text is null)
            return text;
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => IsNumber(word) ? word : setting == PublicNames.Initials ? Initial(word) : null)
            .OfType<string>();
        return string.Join(' ', parts) is { Length: > 0 } published ? published : null;
    }

    public static MatchView Of(PublicNames setting, MatchView match) => setting == PublicNames.Full ? match : match with { Officials = Of(setting, match.Officials) };

    public static IncidentView Of(PublicNames setting, IncidentView incident) =>
        setting == PublicNames.Full ? incident : incident with { Person = Of(setting, incident.Person), Person2 = Of(setting, incident.Person2) };

    public static PlayerView Of(PublicNames setting, PlayerView player) =>
        setting == PublicNames.Full ? player : player with { Name = Of(setting, player.Name), UserId = null };

    public static LineupView Of(PublicNames setting, LineupView lineup) =>
        setting == PublicNames.Full ? lineup : lineup with { Players = [.. lineup.Players.Select(player => player with { Name = Of(setting, player.Name) })] };

    /// <summary>Returns the schedule with the names that are published. It can still be uploaded: what has to have a name and has none is left out.</summary>
    public static Schedule Of(PublicNames setting, Schedule schedule) => setting == PublicNames.Full ? schedule : schedule with
    {
        Teams = [.. schedule.Teams.Select(team => team with { Players = Of(setting, team.Players.Value) })],
        Matches = [.. schedule.Matches.Select(match => match with { Officials = Of(setting, match.Officials.Value) })],
    };

    // Without the account: a claim shows whose it is.
    private static EquatableList<Official>? Of(PublicNames setting, EquatableList<Official>? officials) =>
        (officials ?? []).Select(official => new Official(official.Duty, null, Of(setting, official.Name))).Where(official => official.Name is not null).ToList() is { Count: > 0 } published
            ? [.. published]
            : null;

    private static EquatableList<ScheduledPlayer>? Of(PublicNames setting, EquatableList<ScheduledPlayer>? players) =>
        (players ?? []).Where(player => Of(setting, player.Name) is not null).Select(player => player with { Name = Of(setting, player.Name)!, UserId = null }).ToList() is { Count: > 0 } published
            ? [.. published]
            : null;

    // "7", "#7", "7." and "(7)" are numbers of shirts.
    private static bool IsNumber(string word) =>
        word.Trim('#', '.', ',', ':', '-', '(', ')') is { Length: > 0 and <= MaxNumber } digits && digits.All(char.IsAsciiDigit);

    // By text elements: a letter and the marks on it are one.
    private static string? Initial(string word)
    {
        for (var at = 0; at < word.Length;)
        {
            var element = StringInfo.GetNextTextElement(word, at);
            if (element.EnumerateRunes().First() is var rune && System.Text.Rune.IsLetter(rune))
                return element.ToUpperInvariant() + ".";
            at += element.Length;
        }

        return null;
    }
}
