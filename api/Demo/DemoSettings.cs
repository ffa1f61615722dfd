namespace LiveFeed.Api.Demo;

/// <summary>Settings under <c>LiveFeed:Demo</c>, and the names that the demo uses.</summary>
internal sealed class DemoSettings
{
    public static readonly EventId EventId = EventId.From("demo");
    public const string OrganizerEmail = "organizer@demo.example";
    public const string ScorekeeperEmail = "scorekeeper@demo.example";

    /// <summary>Known to everybody: the demo runs in Development only, unless it is configured to run.</summary>
    public const string Password = "demo-password";

    public bool Enabled { get; set; }

    /// <summary>The duration of a rally: each court's next point comes after about this long.</summary>
    public TimeSpan Rally { get; set; } = TimeSpan.FromSeconds(3);
}
