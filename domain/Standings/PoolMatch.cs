namespace LiveFeed.Domain.Standings;

/// <summary>Makes of a match, its final score and its cards what standings need.</summary>
internal static class PoolMatch
{
    public static StandingMatch? Of(Match match, Score score, MatchCards cards) => (match.Team1Id, match.Team2Id) is ({ } team1, { } team2)
        ? new StandingMatch(match.Id, team1, team2)
        {
            Sets = score.Sets,
            SetsWon = new SideNumbers(score.SetsWon1, score.SetsWon2),
            Winner = score.Winner,
            Cards1 = cards.Cards1,
            Cards2 = cards.Cards2,
            Outcome = score.Details?.Outcome?.Kind switch
            {
                null => StandingOutcome.None,
                OutcomeKind.Walkover => StandingOutcome.Walkover,
                OutcomeKind.Retired => StandingOutcome.Retired,
                OutcomeKind.Forfeit => StandingOutcome.Forfeit,
                OutcomeKind.Defaulted => StandingOutcome.Defaulted,
                OutcomeKind.Disqualified => StandingOutcome.Disqualified,
                OutcomeKind.Awarded => StandingOutcome.Awarded,
                _ => StandingOutcome.Drawn,
            },
        }
        : null;
}
