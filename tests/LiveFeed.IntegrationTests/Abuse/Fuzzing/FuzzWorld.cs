using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Abuse.Fuzzing;

/// <summary>What there is on the server for requests to be about: callers of every kind, and events with matches, claims and scores.</summary>
internal sealed class FuzzWorld(ContractServer server, ApiUser spare)
{
    public const string BadToken = "bad token";

    private readonly string[] badTokens =
    [
        "Bearer nonsense", "Bearer", "Bearer a.b.c", "Bearer é", "Basic YTpi", "nonsense", $"Bearer {new string('x', 4_000)}",
        $"Bearer {Forged.Token(Forged.Claims(server.Admin.Id), "none")}", $"Bearer {Forged.Token(Forged.Claims(server.Admin.Id), key: new string('k', 32))}",
    ];

    private int numbers;

    public static IReadOnlyList<string> Callers { get; } =
        ["anonymous", "stranger", "spectator", "media", "coach", "organizer", "admin", BadToken];

    /// <summary>A public event, and one for its members.</summary>
    public IReadOnlyList<string> EventIds { get; private set; } = [];

    public string Cursor { get; private set; } = "";

    public IReadOnlyList<string> UserIds { get; } = [server.Organizer.Id, server.Media.Id, server.Coach.Id, server.Spectator.Id, server.Stranger.Id, spare.Id];

    /// <summary>An address of somebody whom no other request needs.</summary>
    public string Email => spare.Email;

    public string RefreshToken => spare.RefreshToken;

    /// <summary>Creates new events, because earlier requests may have removed or archived the former ones.</summary>
    public async Task RenewAsync()
    {
        EventIds = [await server.EventAsync(), await server.EventAsync(visibility: "members")];
        foreach (var id in EventIds)
        {
            await server.Media.ClaimAsync(id, 1);
            await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0));
            await server.Coach.ClaimAsync(id, 2);
        }

        Cursor = (await server.Admin.GetAsync($"/api/events/{EventIds[0]}/feed")).Text("cursor")!;
    }

    /// <summary>Returns the Authorization header of a caller; null for none.</summary>
    public string? Authorization(string caller, Random random) => caller switch
    {
        "anonymous" => null,
        BadToken => badTokens[random.Next(badTokens.Length)],
        _ => $"Bearer {server.Person(caller).AccessToken}",
    };

    /// <summary>Returns a text that no earlier request had.</summary>
    public string New() => $"fuzz-{++numbers}";
}
