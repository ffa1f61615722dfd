using Microsoft.AspNetCore.Routing.Matching;

namespace LiveFeed.Api.Pages.Plain;

/// <summary>Chooses between a page and its plain view, so that each has its own access checks and rate limits.</summary>
internal sealed class PlainViewPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 0;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsPlain);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var isPlain = httpContext.Request.Query["view"] == "plain";
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && IsPlain(candidates[i].Endpoint) != isPlain)
                candidates.SetValidity(i, false);
        }

        return Task.CompletedTask;
    }

    private static bool IsPlain(Endpoint endpoint) => endpoint.Metadata.GetMetadata<PlainView>() is not null;
}
