namespace LiveFeed.Domain.Formats;

/// <summary>The formats that have names. Each sport has one of its own name, which is its usual one.</summary>
public static class FormatPresets
{
    private static readonly Dictionary<string, FormatPreset> ByName = Presets().ToDictionary(preset => preset.Name);

    public static IReadOnlyList<FormatPreset> All { get; } = [.. ByName.Values];

    public static FormatPreset? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<FormatPreset> Presets() =>
        [.. Volleyball(), .. Tennis(), .. RacketSports(), .. Football(), .. BallSports(), .. TeamTies(), .. OtherSports()];

    /// <summary>FIVB Official Volleyball Rules and Official Beach Volleyball Rules, both 6.2 "To win a set" and 6.3 "To win the match".</summary>
    private static IEnumerable<FormatPreset> Volleyball() =>
    [
        Sets("volleyball", "volleyball", "Best of five, sets to 25, the fifth to 15", 5, 25, decider: new(15)),
        Sets("volleyball-best-of-3", "volleyball", "Best of three, sets to 25, the third to 15", 3, 25, decider: new(15)),
        Sets("volleyball-one-set", "volleyball", "One set to 25", 1, 25),
        Sets("volleyball-two-sets", "volleyball", "Two sets to 25, which may be drawn", 2, 25),
        Sets("volleyball-three-sets-to-25", "volleyball", "Three sets to 25, all of them played", 3, 25, playAll: true),
        Sets("volleyball-youth-21", "volleyball", "Best of three, sets to 21, the third to 15", 3, 21, decider: new(15)),
        Sets("volleyball-youth-15", "volleyball", "Best of three, sets to 15", 3, 15),
        Sets("volleyball-timed", "volleyball", "One set that ends by time, and may be drawn", 1, null, timed: true),
        Sets("beach-volleyball", "beach-volleyball", "Best of three, sets to 21, the third to 15", 3, 21, decider: new(15)),
        Sets("beach-volleyball-one-set", "beach-volleyball", "One set to 21", 1, 21),
        Sets("beach-volleyball-one-set-to-28", "beach-volleyball", "One set to 28", 1, 28),
    ];

    /// <summary>ITF Rules of Tennis, rules 6 and 7, and Appendix V "Alternative procedures and scoring methods"; padel: FIP Rules of Padel, rule 5.</summary>
    private static IEnumerable<FormatPreset> Tennis() =>
    [
        Games("tennis", "tennis", "Best of three tie-break sets; the third may also be an advantage set, or a match tie-break to ten", 3, finalSet: FinalSet.Any),
        Games("tennis-best-of-5", "tennis", "Best of five tie-break sets; the fifth may also be an advantage set, or a match tie-break to ten", 5, finalSet: FinalSet.Any),
        Games("tennis-tie-break-sets", "tennis", "Best of three tie-break sets", 3),
        Games("tennis-tie-break-sets-best-of-5", "tennis", "Best of five tie-break sets", 5),
        Games("tennis-match-tie-break", "tennis", "Best of three, a match tie-break to ten as the third", 3, finalSet: FinalSet.MatchTieBreak10),
        Games("tennis-match-tie-break-7", "tennis", "Best of three, a match tie-break to seven as the third", 3, finalSet: FinalSet.MatchTieBreak7),
        Games("tennis-advantage-final-set", "tennis", "Best of three, the third without a tie-break", 3, finalSet: FinalSet.Advantage),
        Games("tennis-advantage-sets", "tennis", "Best of five advantage sets", 5, tieBreakAt: 0),
        Games("tennis-tie-break-at-12", "tennis", "Best of five, in the fifth a tie-break at 12-12", 5, finalSet: FinalSet.TieBreakAt12),
        Games("tennis-doubles", "tennis", "Best of three without advantage, a match tie-break to ten as the third", 3, finalSet: FinalSet.MatchTieBreak10, noAd: true),
        Games("tennis-short-sets", "tennis", "Best of three sets to four games, a tie-break at 4-4", 3, gamesTo: 4),
        Games("tennis-fast4", "tennis", "Best of three sets to four games without advantage, a tie-break to five at 3-3", 3, gamesTo: 4, tieBreakAt: 3, tieBreakTo: 5, noAd: true),
        Games("tennis-next-gen", "tennis", "Best of five sets to four games without advantage, a tie-break at 3-3", 5, gamesTo: 4, tieBreakAt: 3, noAd: true),
        Games("tennis-one-set", "tennis", "One tie-break set", 1),
        Games("tennis-pro-set-8", "tennis", "One set to eight games", 1, gamesTo: 8),
        Games("tennis-pro-set-10", "tennis", "One set to ten games", 1, gamesTo: 10),
        Games("padel", "padel", "Best of three tie-break sets", 3),
        Games("padel-golden-point", "padel", "Best of three tie-break sets without advantage", 3, noAd: true),
        Games("padel-super-tie-break", "padel", "Best of three, a match tie-break to ten as the third", 3, finalSet: FinalSet.MatchTieBreak10),
    ];

    /// <summary>BWF Laws of Badminton 7, ITTF Laws of Table Tennis 2.11 and 2.12, WSF Rules of Singles Squash 2, USA Pickleball Rulebook 4.</summary>
    private static IEnumerable<FormatPreset> RacketSports() =>
    [
        Sets("badminton", "badminton", "Best of three, games to 21, at most 30", 3, 21, cap: 30),
        Sets("badminton-15", "badminton", "Best of three, games to 15, at most 21", 3, 15, cap: 21),
        Sets("badminton-11", "badminton", "Best of five, games to 11, at most 15", 5, 11, cap: 15),
        Sets("badminton-one-game", "badminton", "One game to 21, at most 30", 1, 21, cap: 30),
        Sets("table-tennis", "table-tennis", "Best of five, games to 11", 5, 11),
        Sets("table-tennis-best-of-3", "table-tennis", "Best of three, games to 11", 3, 11),
        Sets("table-tennis-best-of-7", "table-tennis", "Best of seven, games to 11", 7, 11),
        Sets("squash", "squash", "Best of five, games to 11", 5, 11),
        Sets("squash-best-of-3", "squash", "Best of three, games to 11", 3, 11),
        Sets("pickleball", "pickleball", "Best of three, games to 11", 3, 11),
        Sets("pickleball-15", "pickleball", "One game to 15", 1, 15),
        Sets("pickleball-21", "pickleball", "One game to 21", 1, 21),
    ];

    /// <summary>IFAB Laws of the Game, laws 7 and 10; FIFA Futsal Laws of the Game, laws 7 and 10.</summary>
    private static IEnumerable<FormatPreset> Football() =>
    [
        Sum("football", "football", "The whole match in one number, which may be drawn or decided by penalties", 1, shootOut: 5),
        Sum("football-halves", "football", "Two halves", 2),
        Sum("football-knockout", "football", "Two halves, extra time, penalties", 2, overtime: true, shootOut: 5, drawAllowed: false),
        Sum("futsal", "futsal", "Two halves", 2),
        Sum("futsal-knockout", "futsal", "Two halves, extra time, penalties", 2, overtime: true, shootOut: 5, drawAllowed: false),
    ];

    /// <summary>
    /// FIBA Official Basketball Rules 8 and 3x3 Rules 6, IHF Rules of the Game 2, FIH Rules of Hockey 5, IIHF Official Rule Book 63 and 64, World Aquatics
    /// Water Polo Rules 8, World Rugby Laws 5.
    /// </summary>
    private static IEnumerable<FormatPreset> BallSports() =>
    [
        Sum("basketball", "basketball", "Four quarters, overtime until somebody leads", 4, overtime: true, drawAllowed: false),
        Sum("basketball-halves", "basketball", "Two halves, overtime until somebody leads", 2, overtime: true, drawAllowed: false),
        Sum("basketball-3x3", "basketball", "One period, overtime until somebody leads", 1, overtime: true, drawAllowed: false),
        Sum("handball", "handball", "Two halves", 2),
        Sum("handball-knockout", "handball", "Two halves, extra time, penalties", 2, overtime: true, shootOut: 5, drawAllowed: false),
        Sum("hockey", "hockey", "Four quarters", 4),
        Sum("hockey-knockout", "hockey", "Four quarters, penalties", 4, shootOut: 5, drawAllowed: false),
        Sum("ice-hockey", "ice-hockey", "Three periods, overtime, penalties", 3, overtime: true, shootOut: 5, drawAllowed: false),
        Sum("water-polo", "water-polo", "Four quarters, penalties", 4, shootOut: 5, drawAllowed: false),
        Sum("rugby", "rugby", "Two halves", 2),
        Sum("rugby-knockout", "rugby", "Two halves, extra time, penalties", 2, overtime: true, shootOut: 5, drawAllowed: false),
    ];

    /// <summary>
    /// Ties of two teams. Davis Cup and Billie Jean King Cup Regulations (ITF), Finals: two singles and a doubles; Davis Cup Qualifiers: four singles and a
    /// doubles. ITTF Regulations for International Competitions 3.7.6, "new Swaythling Cup system": five singles, until a team has won three. BWF Regulations for
    /// the Thomas and Uber Cups: three singles and two doubles, all of them in groups, until a team has won three after them. Each rubber is played in a format of
    /// its own.
    /// </summary>
    private static IEnumerable<FormatPreset> TeamTies() =>
    [
        Rubbers("davis-cup", "tennis", "Team tie of three rubbers", 3),
        Rubbers("davis-cup-qualifier", "tennis", "Team tie of five rubbers", 5),
        Rubbers("billie-jean-king-cup", "tennis", "Team tie of three rubbers", 3),
        Rubbers("table-tennis-team", "table-tennis", "Team tie of five singles, until a team has won three", 5),
        Rubbers("thomas-uber-cup", "badminton", "Team tie of five rubbers, until a team has won three", 5),
        Rubbers("thomas-uber-cup-group", "badminton", "Team tie of five rubbers, all of them played", 5, playAll: true),
    ];

    /// <summary>Official Baseball Rules 7.01, WBSC Softball Rules 5.1, MCC Laws of Cricket 13 and 16; darts and billiards count legs and frames.</summary>
    private static IEnumerable<FormatPreset> OtherSports() =>
    [
        Sum("baseball", "baseball", "Nine innings, and more until somebody leads", 9, overtime: true, drawAllowed: false),
        Sum("baseball-7", "baseball", "Seven innings, and more until somebody leads", 7, overtime: true, drawAllowed: false),
        Sum("softball", "softball", "Seven innings, and more until somebody leads", 7, overtime: true, drawAllowed: false),
        Sum("cricket", "cricket", "One innings each", 1),
        Sum("cricket-two-innings", "cricket", "Two innings each", 2),
        Sum("darts", "darts", "Legs", 1),
        Sum("billiards", "billiards", "Frames", 1),
        new("generic", "generic", "Numbers over periods; who has more in all wins", new MatchFormat(FormatKind.Generic, "generic").Complete()),
        new("generic-periods", "generic", "Numbers over periods; who has won more periods wins", new MatchFormat(FormatKind.Generic, "generic-periods", Winner: WinnerBy.Periods).Complete()),
    ];

    private static FormatPreset Sets(
        string name, string sport, string title, int bestOf, int? setTo, int? cap = null, DecidingSet? decider = null, bool playAll = false, bool timed = false) =>
        new(name, sport, title, new MatchFormat(FormatKind.Sets, name, bestOf, setTo, Cap: cap, Decider: decider, PlayAll: playAll, Timed: timed).Complete());

    private static FormatPreset Games(
        string name, string sport, string title, int bestOf, int gamesTo = 6, int? tieBreakAt = null, int? tieBreakTo = null, FinalSet? finalSet = null, bool noAd = false) =>
        new(name, sport, title, new MatchFormat(
            FormatKind.Games, name, bestOf, GamesTo: gamesTo, TieBreakAt: tieBreakAt, TieBreakTo: tieBreakTo, FinalSet: finalSet, NoAd: noAd).Complete());

    private static FormatPreset Rubbers(string name, string sport, string title, int rubbers, bool playAll = false) =>
        new(name, sport, title, new MatchFormat(FormatKind.Rubbers, name, Rubbers: rubbers, PlayAll: playAll).Complete());

    private static FormatPreset Sum(
        string name, string sport, string title, int periods, bool overtime = false, int shootOut = 0, bool drawAllowed = true) =>
        new(name, sport, title, new MatchFormat(
            FormatKind.Sum, name, Periods: periods, Overtime: overtime, ShootOut: shootOut, DrawAllowed: drawAllowed).Complete());
}
