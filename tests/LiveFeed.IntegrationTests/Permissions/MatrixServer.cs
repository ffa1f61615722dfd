using LiveFeed.IntegrationTests.ScorerLinks;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Permissions;

/// <summary>A server with one caller of every kind, and events in which each of them has the role of its name.</summary>
public sealed class MatrixServer : IAsyncLifetime
{
    /// <summary>A match that somebody else has claimed and scored, and whose clock runs.</summary>
    public const int OthersMatch = 10;

    /// <summary>A team, a court and a division that nothing uses.</summary>
    public const int Unused = 99;

    private readonly ContractServer contract = new();
    private readonly Dictionary<string, string> shared = [];
    private readonly Dictionary<string, ApiUser> helpers = [];
    private int accounts;

    public ApiUser Other { get; private set; } = null!;

    /// <summary>A public event that no request changes.</summary>
    public string AnotherEvent { get; private set; } = "";

    private ApiUser Removed { get; set; } = null!;

    public HttpClient Nobody => contract.Nobody;

    public async Task InitializeAsync()
    {
        await contract.InitializeAsync();
        Removed = await contract.Server.RegisterAsync("Rita Removed");
        Other = await contract.Server.RegisterAsync("Otto Other");
        foreach (var visibility in new[] { "public", "members" })
            shared[visibility] = await NewEventAsync(visibility);
        AnotherEvent = await contract.EventAsync(1);
    }

    public Task DisposeAsync() => contract.DisposeAsync();

    /// <summary>Returns the client of a caller, by the name of its column. A helper is one in a certain event.</summary>
    public async Task<HttpClient> ClientAsync(string caller, string eventId) => caller switch
    {
        "anon" => contract.Nobody,
        "helpr" => (await HelperAsync(eventId)).Http,
        _ => User(caller).Http,
    };

    public string? UserId(string caller) => caller is "anon" or "helpr" ? null : User(caller).Id;

    /// <summary>Returns an event that requests may change, as long as it stays as good for the next one.</summary>
    public string SharedEvent(string visibility) => shared[visibility];

    /// <summary>Creates an event for a request that removes something.</summary>
    public async Task<string> NewEventAsync(string visibility)
    {
        var id = await contract.EventAsync(OthersMatch, visibility);
        foreach (var list in new[] { "teams", "courts", "divisions" })
            await Expect.SuccessAsync(await contract.Admin.PostAsync($"/api/events/{id}/{list}", new { id = Unused, name = "Unused" }));
        await Expect.SuccessAsync(await contract.Admin.PostAsync($"/api/events/{id}/teams/1/players", new { id = 1, name = "Paula Player" }));
        await contract.Admin.AddMemberAsync(id, Removed.Id, "organizer");
        await Expect.SuccessAsync(await contract.Admin.DeleteAsync($"/api/events/{id}/members/{Removed.Id}"));
        await contract.Admin.AddMemberAsync(id, Other.Id);
        await Expect.SuccessAsync(await contract.Admin.PutAsync($"/api/events/{id}/teams/{Unused}/members/{Other.Id}", new { role = "player" }));
        await Other.ClaimAsync(id, OthersMatch);
        await Expect.SuccessAsync(await Other.ScoreAsync(id, OthersMatch, 1, 0, "final"));
        await Expect.SuccessAsync(await Other.PutAsync($"/api/events/{id}/matches/{OthersMatch}/clock", new { period = 1, state = "running", elapsedMs = 0 }));
        return id;
    }

    private async Task<ApiUser> HelperAsync(string eventId)
    {
        if (!helpers.TryGetValue(eventId, out var helper))
            helpers[eventId] = helper = await contract.Server.HelperAsync(await contract.Admin.MakeLinkAsync(eventId, new { courtId = 1 }));
        return helper;
    }

    public string NewId() => contract.NewId();

    public string NewEmail() => $"matrix-{++accounts}@example.org";

    private ApiUser User(string caller) => caller switch
    {
        "user" => contract.Stranger,
        "gone" => Removed,
        "spect" => contract.Spectator,
        "organ" => contract.Organizer,
        _ => contract.Person(caller),
    };
}
