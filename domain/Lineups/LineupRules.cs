namespace LiveFeed.Domain.Lineups;

/// <summary>What a line-up must be.</summary>
public static class LineupRules
{
    public const int MaxPlayers = 50;

    /// <summary>Returns everything that is wrong, by field, or null.</summary>
    /// <param name="entries">The line-up.</param>
    /// <param name="ofTeam">The players of the team, by id.</param>
    public static Error? Validate(IReadOnlyList<LineupEntry> entries, IReadOnlyDictionary<int, Player> ofTeam)
    {
        var errors = new Dictionary<string, string[]>();
        if (entries.Count > MaxPlayers)
            errors["players"] = [$"A line-up has at most {MaxPlayers} players."];
        var (players, numbers) = (new HashSet<int>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (index, entry) in entries.Index())
        {
            var at = $"players[{index}]";
            if (FaultOf(entry.Person, ofTeam) is { } fault)
                errors[$"{at}.person"] = [fault];
            else if (entry.Person.PlayerId is { } id && !players.Add(id))
                errors[$"{at}.person"] = [$"Player {id} is in the line-up twice."];
            if (entry.Number is { } given && !DisplayText.IsValid(given, PlayerRules.MaxNumber))
                errors[$"{at}.number"] = [$"A number has 1 to {PlayerRules.MaxNumber} characters."];
            else if (NumberOf(entry, ofTeam) is { } number && !numbers.Add(number))
                errors[$"{at}.number"] = [$"The number {number} is in the line-up twice."];
            if (entry.Roles is { } roles && roles.Distinct().Count() != roles.Count)
                errors[$"{at}.roles"] = ["A role is named once."];
        }

        return errors.Count == 0 ? null : new Error(ErrorCode.InvalidLineup, "This line-up can't be: " + errors.First().Value[0], errors);
    }

    /// <summary>Returns the player as it is stored. The line-up is valid.</summary>
    public static LineupPlayer Resolve(LineupEntry entry, IReadOnlyDictionary<int, Player> ofTeam) => new(
        entry.Starts,
        entry.Person.PlayerId,
        entry.Person.PlayerId is { } id ? ofTeam[id].Name : DisplayText.Clean(entry.Person.Text!),
        NumberOf(entry, ofTeam),
        entry.Roles is { Count: > 0 } roles ? roles : null);

    private static string? NumberOf(LineupEntry entry, IReadOnlyDictionary<int, Player> ofTeam) =>
        entry.Number is { } number ? DisplayText.Clean(number)
        : entry.Person.PlayerId is { } id && ofTeam.TryGetValue(id, out var player) ? player.Number
        : null;

    private static string? FaultOf(PersonReference person, IReadOnlyDictionary<int, Player> ofTeam) =>
        person.PlayerId is { } id ? ofTeam.ContainsKey(id) ? null : $"The team has no player {id}."
        : DisplayText.IsValid(person.Text!, PlayerRules.MaxName) ? null
        : $"A name has 1 to {PlayerRules.MaxName} characters, without line breaks.";
}
