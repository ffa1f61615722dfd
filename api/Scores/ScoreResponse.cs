using System.Reflection;
using System.Text.Json;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Scores;

/// <summary>
/// The response to a score that was written: 201 with its address if it is the match's first one, else 200. It has a length. Without one, the server sends the end of the
/// body by itself: a second packet for each point scored.
/// </summary>
internal sealed class ScoreResponse(EventId eventId, ScoreView score) : IResult, IEndpointMetadataProvider
{
    private const string MediaType = "application/json";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusOf(score);
        if (response.StatusCode == StatusCodes.Status201Created)
            response.Headers.Location = $"{httpContext.Request.PathBase}/api/events/{eventId}/scores/{score.MatchId}";
        httpContext.ETag(score);
        var body = JsonSerializer.SerializeToUtf8Bytes(score, ApiJson.Options);
        response.ContentType = MediaType + "; charset=utf-8";
        response.ContentLength = body.Length;
        return ResponseBody.WriteAsync(response, body, httpContext.RequestAborted);
    }

    /// <summary>Returns the status of the response to a write.</summary>
    public static int StatusOf(ScoreView score) => score.Version > 1 ? StatusCodes.Status200OK : StatusCodes.Status201Created;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.AddMetadata(
        new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(ScoreView), [MediaType]), new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ScoreView), [MediaType]),
        new ResponseHeaderMetadata(StatusCodes.Status201Created, "Location"));
}
