using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;

namespace LiveFeed.Api.Formats;

/// <summary>The sports, and how matches can be played.</summary>
internal static class FormatEndpoints
{
    private static readonly JsonWithETag<FormatList> List = ResponseCaching.Fresh(new FormatList(Sports.All, FormatPresets.All));

    public static void MapFormats(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/formats", () => List)
            .WithTags("Events")
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("List the formats", "The sports with the format that each has unless another one is chosen and the kinds of incidents that each knows, and the presets: formats that an event, a division or a match can choose by name. Every default is written out.");
}

/// <summary>The sports and the presets.</summary>
/// <param name="Sports">The sports, in the order in which to offer them.</param>
/// <param name="Presets">The formats that have names.</param>
internal sealed record FormatList(IReadOnlyList<Sport> Sports, IReadOnlyList<FormatPreset> Presets);
