namespace LiveFeed.IntegrationTests.Support;

/// <summary>One server for a class of tests, with people of every role. Every test creates an event of its own.</summary>
public class ContractServer : IAsyncLifetime
{
    private int events;
    private int failures;

    public LiveFeedServer Server { get; private set; } = null!;

    /// <summary>A client without an account.</summary>
    public HttpClient Nobody => Server.Http;

    public ApiUser Admin { get; private set; } = null!;

    public ApiUser Organizer { get; private set; } = null!;

    public ApiUser Media { get; private set; } = null!;

    public ApiUser Coach { get; private set; } = null!;

    public ApiUser Spectator { get; private set; } = null!;

    /// <summary>A user with an account and without a role in any event.</summary>
    public ApiUser Stranger { get; private set; } = null!;

    protected virtual TimeProvider? Clock => null;

    protected virtual string[] Settings => [];

    public async Task InitializeAsync()
    {
        Server = await LiveFeedServer.StartAsync(Clock, null, Settings);
        Admin = await Server.AdminAsync();
        Organizer = await Server.RegisterAsync("Olga Organizer");
        Media = await Server.RegisterAsync("Mia Media");
        Coach = await Server.RegisterAsync("Carl Coach");
        Spectator = await Server.RegisterAsync("Sam Spectator");
        Stranger = await Server.RegisterAsync("Stan Stranger");
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>Returns what the server has logged as errors since the last call.</summary>
    public IEnumerable<string> NewFailures()
    {
        var all = Server.Failures.ToList();
        var recent = all.Skip(failures).ToList();
        failures = all.Count;
        return recent;
    }

    /// <summary>Returns a new event's id.</summary>
    public string NewId() => $"event-{Interlocked.Increment(ref events)}";

    /// <summary>Creates an event in which everyone but the stranger has the role that their name says.</summary>
    public async Task<string> EventAsync(int matches = 4, string visibility = "public", string sport = "generic", int? bestOf = null)
    {
        var id = NewId();
        await Admin.CreateEventAsync(id, matches, visibility, sport, bestOf);
        await Admin.AddMemberAsync(id, Organizer.Id, "organizer");
        await Admin.AddMemberAsync(id, Media.Id, "media");
        await Admin.AddMemberAsync(id, Coach.Id, "coach");
        await Admin.AddMemberAsync(id, Spectator.Id, "spectator");
        return id;
    }

    public ApiUser Person(string name) => name switch
    {
        "admin" => Admin,
        "organizer" => Organizer,
        "media" => Media,
        "coach" => Coach,
        "spectator" => Spectator,
        "stranger" => Stranger,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}

/// <summary>
/// The same with a clock that stands still until a test advances it. Access tokens are valid for a day, so people stay signed in.
/// </summary>
public class TimedServer : ContractServer
{
    public TestTime Time { get; } = TestTime.Create();

    protected override TimeProvider Clock => Time;

    protected override string[] Settings => ["Jwt:AccessLifetime=1.00:00:00", "Claims:Sweep=00:01:00"];
}
