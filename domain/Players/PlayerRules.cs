namespace LiveFeed.Domain.Players;

/// <summary>What a team's players must be.</summary>
public static class PlayerRules
{
    public const int MaxPerTeam = 100;
    public const int MaxPerEvent = 20_000;
    public const int MaxName = 80;
    public const int MaxNumber = 4;

    /// <summary>Reports what is wrong with the players of one team.</summary>
    /// <param name="players">The players.</param>
    /// <param name="at">Their position, such as <c>teams[2].players</c>.</param>
    /// <param name="ids">The ids of the players of other teams; those of this one are added.</param>
    /// <param name="wrong">Takes a position, such as <c>teams[2].players[3].number</c>, and a message.</param>
    public static void Validate(IReadOnlyList<ScheduledPlayer> players, string at, HashSet<int> ids, Action<string, string> wrong)
    {
        if (players.Count > MaxPerTeam)
            wrong(at, $"A team has at most {MaxPerTeam} players.");
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, player) in players.Index())
        {
            if (!ids.Add(player.Id))
                wrong($"{at}[{index}].id", $"Player {player.Id} is in this event twice.");
            if (!DisplayText.IsValid(player.Name, MaxName))
                wrong($"{at}[{index}].name", $"A player's name has 1 to {MaxName} characters, without line breaks.");
            if (player.Number is not { } number)
                continue;
            if (!DisplayText.IsValid(number, MaxNumber))
                wrong($"{at}[{index}].number", $"A player's number has 1 to {MaxNumber} characters.");
            // If names are not published, players are known by their numbers.
            else if (!numbers.Add(DisplayText.Clean(number)))
                wrong($"{at}[{index}].number", $"The team has another player with the number {number}.");
        }
    }
}
