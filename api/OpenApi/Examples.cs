using System.Text.Json;
using System.Text.Json.Nodes;
using LiveFeed.Api.Accounts;
using LiveFeed.Api.Announcements;
using LiveFeed.Api.Claims;
using LiveFeed.Api.Clocks;
using LiveFeed.Api.Coverage;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Events;
using LiveFeed.Api.Feed;
using LiveFeed.Api.Formats;
using LiveFeed.Api.ImportExport;
using LiveFeed.Api.Incidents;
using LiveFeed.Api.Invitations;
using LiveFeed.Api.Lineups;
using LiveFeed.Api.Members;
using LiveFeed.Api.Notifications;
using LiveFeed.Api.Players;
using LiveFeed.Api.Privacy;
using LiveFeed.Api.Schedules;
using LiveFeed.Api.ScorerLinks;
using LiveFeed.Api.Scores;
using LiveFeed.Api.Sessions;
using LiveFeed.Api.Standings;
using LiveFeed.Api.Teams;
using LiveFeed.Api.Webhooks;
using LiveFeed.Domain.Brackets;
using LiveFeed.Domain.Follows;
using LiveFeed.Domain.ImportExport;
using LiveFeed.Domain.Notifications;
using LiveFeed.Domain.Privacy;

namespace LiveFeed.Api.OpenApi;

/// <summary>
/// One example for each body and response. They are made from the types themselves, so that no example has a form that the API hasn't.
/// </summary>
internal static class Examples
{
    private static readonly EventId Cup = EventId.From("summer-cup");
    private static readonly UserId User = UserId.From("9f6c0f4f5f0b4c5e9c0d3f1c7f6a2b11");
    private static readonly MatchId First = new(-50497);
    private static readonly MatchId Second = new(-50498);
    private static readonly DateTimeOffset At = new(2026, 7, 4, 14, 30, 0, TimeSpan.Zero);
    private static readonly SetScore[] Sets = [new(25, 20), new(11, 9)];

    private static readonly EquatableList<Official> Officials = [new(OfficialDuty.Referee, null, "Sam Whistle"), new(OfficialDuty.Scorekeeper, User)];

    private static readonly UserView Account = new(User, "jo@example.org", "Jo Scorer", GlobalRole.User, At);
    private static readonly EventView Event = new(Cup, "Summer Cup", "volleyball", 3, Visibility.Public, At, At.AddDays(2), false, At, 1, "Europe/Berlin", FormatPresets.Find("volleyball-best-of-3")!.Format);
    private static readonly Schedule Plan = new(
        [new(1, "Women")], [new(1, "Court 1")], [new(10, "Blue", 1), new(11, "Red", 1), new(12, "Green", 1)],
        [new(First, 1, 1, 10, 11, null, null, At, At.AddHours(1), "M1", Officials, 12), new(Second, 1, 1, null, null, "Winner of match -50497", "Winner of match -50499", At.AddHours(2), At.AddHours(3))]);

    private static readonly MatchView Match = new(
        First, new(1, "Women"), new(1, "Court 1"), new(10, "Blue"), new(11, "Red"), null, null, At, At.AddHours(1), "M1", Officials, new(12, "Green"));

    private static readonly ScoreView Score = new(First, Sets, MatchStatus.InProgress, new(1, 0), null, 8, At, User) { ClientUpdateId = "0b9d6d0e-8" };
    private static readonly ClaimView Claim = new(First, ClaimState.Claimed, new(User, "Jo Scorer"), At, At.AddMinutes(15));
    private static readonly IncidentView Goal = new(
        "0199a1c2d3e47f5a8b6c7d8e9f0a1b2c", First, IncidentKind.Goal, At, At, User, 1, 45, 2, 1, "Ada Striker", "Bea Passer", null, "0b9d6d0e-9", null, 101, "7");

    private static readonly StatisticsView Statistics = new(
        First, MatchStatus.InProgress, new(5, 4), new(7, 2), [new(new(5, 4), new(7, 2), 1_380_000)], [new(IncidentKind.Goal, 1, 0)],
        [new(IncidentKind.Goal, 1, 1, 45, 2)], []);

    private static readonly CoverageView Coverage = new([First, Second], [new([First, Second], At, At.AddMinutes(30))]);
    private static readonly LineupView Lineup = new(First, 1, [new(true, 101, "Ada Striker", "7", [LineupRole.Captain]), new(false, null, "Bea Passer", "11")], At);
    private static readonly WebhookView Webhook = new(
        "0199a1c2d3e47f5a8b6c7d8e9f0a1b2c", "https://receiver.example.org/livefeed", [EntryTypes.ScoreUpdate], WebhookState.Active, null, "5xk2.41.m3tz", 0, At, null, null, 0,
        null, null, At, new(User, "Jo Scorer"));

    private static readonly WebhookDeliveryView Delivery = new(
        "0199a1c2d3e47f5a8b6c7d8e9f0a1b2d", "msg_4f1d6e0c9a7b4c2d8e3f5a6b7c8d9e0f", "entries", 2, 1, At, 84, 503, "Status 503. Back in a minute.");

    private static readonly MessageView Message = new("0199a1c2d3e47f5a8b6c7d8e9f0a1b2d", new(User, "Jo Scorer"), "The bus leaves at 8.", At, "0b9d6d0e-10");
    private static readonly NotificationView Notification = new(12, NotificationKinds.MatchFinal, Cup, "Summer Cup", At)
    {
        Match = new(First, "Beach Kings", "Sand Sharks", At.AddHours(-1), "Court 3", [new(25, 20), new(25, 23)], 1),
    };

    private static readonly MemberView Member = new(User, "Jo Scorer", EventRole.Media, []);

    private static readonly AnnouncementView Announcement = new("0199a1c2d3e47f5a8b6c7d8e9f0a1b2c", "Rain: all matches start 30 minutes later.", new(User, "Jo Scorer"), null, At.AddHours(1), At);

    private static readonly MatchView DrawnFinal = Drawn(new(23), "M23", SideSource.FromWinner(new(20)), "Winner of M20", SideSource.FromWinner(new(21)), "Winner of M21");

    private static readonly Dictionary<Type, object> ByType = new object[]
    {
        new RegisterBody("jo@example.org", "correct horse battery", "Jo Scorer"),
        new LogInBody("jo@example.org", "correct horse battery"),
        new PasswordBody("correct horse battery", "staple of seven words"),
        new OwnDataView(
            At, new OwnAccount(User, "jo@example.org", "Jo Scorer", GlobalRole.User, At), [], [new OwnMembership(Cup, EventRole.Media, [])], [],
            [new OwnMessage(Cup, 10, "0199a1c2d3e47f5a8b6c7d8e9f0a1b2d", At, "The bus leaves at 8.")], [], [],
            [new OwnScore(Cup, First, 1, [new SetScore(25, 21)], MatchStatus.InProgress, At, At)], [], [], [], [], [new OwnMatchChange(Cup, First, At)], [], [], [], [], [],
            [new OwnFollow("events/summer-cup/teams/3", At)], [Notification], []),
        new ErasureBody("correct horse battery"),
        new PasswordResetBody("jo@example.org"),
        new PasswordResetView("https://live.example.org/reset/#9f6c….1783202400.5d1c…", At.AddDays(1)),
        new ChosenPasswordBody("9f6c….1783202400.5d1c…", "staple of seven words"),
        new RefreshBody("5d1c…"),
        new CookiesView(true),
        new SessionView("eyJhbGciOi…", 3600, "5d1c…", Account),
        Account,
        new CreateEventBody("summer-cup", "Summer Cup", "volleyball", Visibility.Public, At, At.AddDays(2), 3, "Europe/Berlin"),
        new ChangeEventBody(Name: "Summer Cup 2026"),
        Event,
        new Page<EventView>([Event], 1, 100, 0),
        new ScheduleBody(Plan.Matches, Plan.Divisions, Plan.Courts, Plan.Teams),
        Plan,
        new ScheduleSummary(1, 1, 3, 2, 2, 0, 0, "\"0d5f1c2b9a8e7f6a5b4c3d2e\"", [], 0),
        Match,
        new Page<MatchView>([Match], 1, 100, 0),
        new NewMatch { Team1Id = 10, Team2Label = "Winner of match -50498", StartsAt = At.AddHours(4), Number = "M3", FollowedBy = Second },
        new MatchChange { StartsAt = At.AddHours(1), EndsAt = At.AddHours(2), CourtId = 1, WorkTeamId = Optional<int?>.Null },
        new MatchEdit(Match, [new("court_overlap", "Court 1 has match M1 and match -50498 at the same time.", [First, Second])], 1),
        new NewTeam("Blue", 1),
        new TeamChange("Blues"),
        new TeamView(10, "Blue", 1),
        new NewPlayer("Ada Striker", "7"),
        new PlayerChange(Number: "11"),
        new PlayerView(101, "Ada Striker", "7"),
        new PlayerList([new(101, "Ada Striker", "7"), new(102, "Bea Passer", "11")]),
        new PutPlayersBody([new("Ada Striker", "7", Id: 101), new("Bea Passer", "11")]),
        new PutLineupBody([new(PersonReference.ToPlayer(101), Roles: [LineupRole.Captain]), new(PersonReference.FromText("Bea Passer"), "11", false)]),
        Lineup,
        new MatchLineupsView(First, [Lineup]),
        new NewName("Court 1"),
        new NameChange("Centre Court"),
        new NamedView(1, "Court 1"),
        new NewDivision("Women", Format: FormatChoice.OfPreset("volleyball-best-of-3")),
        new DivisionChange(Pools: new EquatableList<ScheduledPool>([new("W-A", "A", [10, 11]), new("W-B", "B", [12, 13]), new("W-S", "Best seconds", PlacesFrom: new PlacesFrom(2, ["W-A", "W-B"]))])),
        new DivisionView(1, "Women", FormatChoice.OfPreset("volleyball-best-of-3"), new([new("W-A", "A", [10, 11])])),
        new Page<TeamView>([new(10, "Blue", 1)], 1, 100, 0),
        new SchedulePreview(
            ScheduleFormat.LiveFeed, Plan, "\"0d5f1c2b9a8e7f6a5b4c3d2e\"",
            new(
                new([], [], [], 1), new([], [], [], 1), new([], [new(11, "Red", [new("name", "Reds", "Red")], false)], [], 1),
                new([new(-50498, "Winner of match -50497 – Winner of match -50499", [], false)], [new(-50497, "Blue – Red", [new("startsAt", null, "2026-07-04T14:30:00.000Z")], true)], [], 0)),
            [], [], 0, [],
            new("Europe/Berlin", DateOrder.Dmy, new Dictionary<string, string> { ["team1"] = "Heim", ["team2"] = "Gast", ["startsAt"] = "Anpfiff" },
                [new("Heim", ["Blue"], "Heim"), new("Gast", ["Red"], "Gast"), new("Anpfiff", ["04.07.2026 16:30"], "Anpfiff"), new("Schiedsgericht", ["Jo"], "Schiedsgericht")], ["Schiedsgericht"],
                [new(7, "Anpfiff", "2026-10-25 02:30 is there twice in Europe/Berlin, because clocks are put back. The first one was taken; write the time with its offset if it is the second.")], [Match])),
        new AddMemberBody("jo@example.org", EventRole.Media),
        new MemberBody(EventRole.Media),
        Member,
        new TeamMemberBody(TeamRole.Player),
        new TeamInvitationBody(TeamRole.Player, Uses: 12),
        new Page<TeamMemberView>([new(User, "Jo Scorer", TeamRole.Coach)], 1, 100, 0),
        new Page<OwnTeamView>([new(Cup, "Summer Cup", false, 3, "Beach Kings", TeamRole.Player)], 1, 100, 0),
        new TeamMemberView(User, "Jo Scorer", TeamRole.Coach),
        new PostMessageBody("The bus leaves at 8.", "0b9d6d0e-10"),
        Message,
        new MessagePage([Message], false),
        new Page<MemberView>([Member], 1, 100, 0),
        new InvitationBody(EventRole.Media, Uses: 5),
        new NewInvitationView("0199a1c2d3e47f5a8b6c7d8e9f0a1b2c", "https://live.example.org/join/#5d1c…", EventRole.Media, null, [], 5, At.AddDays(7)),
        new Page<InvitationView>([new("0199a1c2d3e47f5a8b6c7d8e9f0a1b2c", EventRole.Media, null, [], 5, At.AddDays(7), At, new(User, "Jo Scorer"))], 1, 100, 0),
        new FoundInvitation(Cup, "Summer Cup", EventRole.Spectator, At.AddDays(7), new InvitedTeam(3, "Beach Kings", TeamRole.Player)),
        new ScorerLinkBody(CourtId: 3, Name: "Court 3, morning"),
        new NewScorerLinkView("0199a1c2d3e47f5a8b6c7d8e9f0a1b2c", "https://live.example.org/scorer/#5d1c…", "<svg…", 3, null, "Court 3, morning", At.AddDays(1)),
        new Page<ScorerLinkView>([new("0199a1c2d3e47f5a8b6c7d8e9f0a1b2c", 3, null, "Court 3, morning", At.AddDays(1), At, new(User, "Jo Scorer"), [new(UserId.From("7b1e4c9d2a8f4e0c9d5b6a7f8e9c0d1a"), "Kim")])], 1, 100, 0),
        new ScorerLinkSecret("5d1c…"),
        new FoundScorerLink("0199a1c2d3e47f5a8b6c7d8e9f0a1b2c", Cup, "Summer Cup", new(3, "Court 3"), null, At.AddDays(1)),
        new HelperBody("5d1c…", "Kim", "5f0c1d6e9a7b4c2d8e3f"),
        new AnnouncementBody("Rain: all matches start 30 minutes later.", Until: At.AddHours(1)),
        Announcement,
        new Page<AnnouncementView>([Announcement], 1, 100, 0),
        new Page<FollowView>([new("events/summer-cup/teams/3", Cup, "Summer Cup", "Beach Kings", At)], 1, 100, 0),
        new NotificationPage([Notification], false, 11, 1),
        new ReadBody(12),
        new ReadMarkView(12, 0),
        new NotificationSettings([NotificationKinds.SetEnded]),
        new WebhookBody("https://receiver.example.org/livefeed", [EntryTypes.ScoreUpdate]),
        new WebhookChange(Paused: false),
        Webhook,
        new Page<WebhookView>([Webhook], 1, 100, 0),
        Delivery,
        new Page<WebhookDeliveryView>([Delivery], 1, 100, 0),
        new Page<SessionSummary>([new("0199a1c2d3e47f5a8b6c7d8e9f0a1b2c", "Firefox on Windows", At, At.AddHours(2), true)], 1, 100, 0),
        new ClaimBody(At.AddMinutes(30), "5f0c1d6e9a7b4c2d8e3f", At),
        Claim,
        new Page<ClaimView>([Claim], 1, 100, 0),
        new PostScoreBody(First, [new(25, 20), new(11, 9)], MatchStatus.InProgress, At, "0b9d6d0e-8"),
        new ScoreBatchBody([new PostScoreBody(First, [new(25, 20), new(11, 9)], MatchStatus.InProgress, At, "0b9d6d0e-8"), new PostScoreBody(Second, ClientUpdateId: "0b9d6d0e-9", Outcome: new(OutcomeKind.Walkover, 2))]),
        new OfficialBody(true),
        new RanksBody([new PoolRank(10, 1, "Drawn by lot")]),
        new Page<StandingsView>([new("W-A", "A", new(1, "Women"), false, "fivb", [new(new(10, "Blue"), 1, 1, 1, 0, 0, 3, 50, 41, 2, 0, null, 1.22m), new(new(11, "Red"), 2, 1, 0, 0, 1, 0, 41, 50, 0, 2, 0, 0.82m, SeparatedBy: StandingCriterion.MatchesWon)])], 1, 100, 0),
        new LeaderboardView("volleyball", [new(Cup, "Summer Cup", At, At.AddDays(2))], [new(1, "Blue", 1, 1, 1, 0, 0, 3, 50, 41, 2, 0, null, 1.22m), new(2, "Red", 1, 1, 0, 0, 1, 0, 41, 50, 0, 2, 0, 0.82m)], 2, 100, 0),
        new EventComparisonView(
            [
                new(Cup, "Summer Cup", "volleyball", At, At.AddDays(2), 3, new(2, 1, 0, 1, 0, 0, 0, 0), 91, [new(2, 0, 1)], new(First, "Blue", "Red", [new(25, 20), new(25, 21)]), new(First, "Blue", "Red", [new(25, 20), new(25, 21)]), 3120, 0, 0, 240, 1),
                new(EventId.From("winter-cup"), "Winter Cup", "volleyball", At.AddDays(150), null, 2, new(1, 1, 0, 0, 0, 0, 0, 0), null, [], null, null, null, 0, null, null, 0),
            ],
            []),
        new NewDraw(1, DrawKind.SingleElimination, [new(10, Seed: 1), new(11, Seed: 2), new(12, Seed: 3), new(Name: "Yellow")], ThirdPlace: true),
        new DrawView(
            [new(13, "Yellow", 1)], [],
            [
                Drawn(new(20), "M20", new NamedView(10, "Blue"), new NamedView(13, "Yellow")), Drawn(new(21), "M21", new NamedView(11, "Red"), new NamedView(12, "Green")),
                Drawn(new(22), "M22", SideSource.FromLoser(new(20)), "Loser of M20", SideSource.FromLoser(new(21)), "Loser of M21"), DrawnFinal,
            ],
            [], 0),
        new Page<SideConflictView>([new(new MatchId(31), 2, new(11, "Red"), new(10, "Blue"), SideSource.FromWinner(First))], 1, 100, 0),
        new Page<BracketView>(
            [
                new(DrawnFinal.Id, new(1, "Women"),
                    [
                        new("main-1-1", "Semi-finals", BracketStage.Main, 1, 1, 4,
                            [
                                new(1, Drawn(new(20), "M20", new NamedView(10, "Blue"), new NamedView(13, "Yellow")), Score with { MatchId = new(20) }),
                                new(2, Drawn(new(21), "M21", new NamedView(11, "Red"), new NamedView(12, "Green")), null),
                            ]),
                        new("main-1-0", "Final", BracketStage.Main, 1, 2, 2, [new(1, DrawnFinal, null)]),
                    ]),
            ], 1, 100, 0),
        new FormatList([Sports.Find("volleyball")!], [FormatPresets.Find("volleyball-youth-21")!]),
        new ScoreBatchResult([new(200, Score, null, false)]),
        Score,
        new Page<ScoreView>([Score], 1, 100, 0),
        new Page<ScoreRevisionView>([new(8, Sets, MatchStatus.InProgress, At, At, User, "0b9d6d0e-8")], 8, 100, 0),
        new Page<ScoreConflictView>([new("7c4e…", First, Sets, MatchStatus.InProgress, At.AddMinutes(-1), At, User, null, 8, "Jo Scorer", new(8, Sets, MatchStatus.InProgress, At, At, User, null))], 1, 100, 0),
        new PostIncidentBody(IncidentKind.Goal, 1, 45, 2, 1, PersonReference.ToPlayer(101), PersonReference.FromText("Bea Passer"), null, At, "0b9d6d0e-9"),
        Goal,
        new Page<IncidentView>([Goal], 1, 100, 0),
        new PutClockBody(1, ClockState.Running, 1_503_000, null, At, false, "0b9d6d0e-a"),
        new ClockView(First, 1, ClockState.Running, 1_503_000, null) { At = At, ClientUpdateId = "0b9d6d0e-a" },
        Statistics,
        new CoverageBody([First, Second]),
        Coverage,
        new ImportBody([new(First, [new(25, 20)], MatchStatus.InProgress, At)], [new(First, User.Value, At, At.AddMinutes(15))], [new([First])]),
        new ImportReport(new(1, 0, 1), [new("claim", First, "expired", "The claim has expired.")]),
        new ExportView(At, Event, Plan, [new(First, Sets, MatchStatus.InProgress, At)], [], [new([First], User.Value, At)]),
        new FeedView("5xk2.41", false, [new("score-update", Cup, "score/-50497", At) { Members = Members(Score) }]),
        new JoinedFeedView("qtbfwz:5xk2.41", [new("events/summer-cup", "qtbfwz", null, false, [new("score-update", Cup, "score/-50497", At) { Members = Members(Score) }]), new("events/club", Closed: "not_a_member")]),
        new IssuedTicket("c0ffee…", At.AddMinutes(1)),
    }.ToDictionary(example => example.GetType());

    private static MatchView Drawn(MatchId id, string number, NamedView team1, NamedView team2) => new(id, new(1, "Women"), null, team1, team2, null, null, null, null, number);

    private static MatchView Drawn(MatchId id, string number, SideSource from1, string label1, SideSource from2, string label2) =>
        new(id, new(1, "Women"), null, null, null, label1, label2, null, null, number, Team1From: from1, Team2From: from2);

    private static Dictionary<string, JsonElement> Members(ScoreView score) =>
        JsonSerializer.SerializeToElement(score, ApiJson.Options).Deserialize<Dictionary<string, JsonElement>>()!;

    public const string Stream =
        """
        : welcome
        retry: 2417
        id: 5xk2.40.h7qa
        data: {"type":"snapshot","eventId":"summer-cup","at":"2026-07-04T14:30:00.000Z","now":"2026-07-04T14:30:00.000Z","entries":[]}

        id: 5xk2.41.m3tz
        data: {"type":"score-update","eventId":"summer-cup","key":"score/-50497","at":"2026-07-04T14:30:01.000Z","matchId":-50497,"sets":[{"team1":25,"team2":20},{"team1":11,"team2":9}],"status":"inProgress","setsWon":{"team1":1,"team2":0},"winner":null,"version":8,"lastUpdated":"2026-07-04T14:30:01.000Z","lastUpdatedBy":"9f6c0f4f5f0b4c5e9c0d3f1c7f6a2b11"}

        : keep-alive
        """;

    public static JsonNode? Of(Type type) =>
        ByType.TryGetValue(type, out var example) ? JsonSerializer.SerializeToNode(example, type, ApiJson.Options) : null;

    public static JsonNode Problem(ErrorCode code) => new JsonObject
    {
        ["type"] = $"urn:livefeed:error:{code.ToWireName()}",
        ["title"] = ErrorStatus.Title(code),
        ["status"] = ErrorStatus.ToStatusCode(code),
        ["detail"] = "What is wrong and what to do.",
        ["code"] = code.ToWireName(),
        ["traceId"] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
    };
}
