namespace LiveFeed.Domain.Schedules;

/// <summary>Members of a match that nobody gave: they follow from the rest of the schedule, and are found anew whenever it changes.</summary>
[Flags]
public enum InferredMembers
{
    None = 0,

    /// <summary><c>team1From</c>, read from the label.</summary>
    Team1From = 1,

    /// <summary><c>team2From</c>, read from the label.</summary>
    Team2From = 2,

    /// <summary><c>team1Label</c>, which says the source.</summary>
    Team1Label = 4,

    /// <summary><c>team2Label</c>, which says the source.</summary>
    Team2Label = 8,

    /// <summary><c>pool</c>: both teams are in it.</summary>
    Pool = 16,

    /// <summary><c>team1Id</c> and <c>team1Label</c> of a rubber: those of its tie.</summary>
    Side1 = 32,

    /// <summary><c>team2Id</c> and <c>team2Label</c> of a rubber: those of its tie.</summary>
    Side2 = 64,

    /// <summary><c>divisionId</c> of a rubber: that of its tie.</summary>
    Division = 128,
}
