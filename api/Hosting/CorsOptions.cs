namespace LiveFeed.Api.Hosting;

/// <summary>Settings under <c>LiveFeed:Cors</c>.</summary>
public sealed class CorsOptions
{
    /// <summary>Origins, such as <c>https://club.example</c>, whose pages may use the whole API with access tokens.</summary>
    public IReadOnlyList<string> Origins { get; set; } = [];
}
