using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Infrastructure.Streaming.Delivery;
using LiveFeed.Infrastructure.Streaming.Replays;

namespace LiveFeed.Api.Feed;

/// <summary>The response that is a replay of a stored feed.</summary>
internal sealed class ReplayResponse(ReplayRunner replays, StreamAdmission admission)
{
    public async Task<IResult> SendAsync(HttpContext context, ReplayQuery query, StreamRequest stream)
    {
        if (stream.LastEventId == ReplayRunner.EndId)
            return Results.NoContent();
        if (context.IsHeadOnly())
        {
            StreamResponse.SetHeaders(context.Response);
            return Results.Empty;
        }

        var admitted = await admission.AdmitAsync(context, [stream.Feed.Topic], resumes: !string.IsNullOrEmpty(stream.LastEventId), isReplay: true);
        if (admitted.Value is not { } lease)
            return new Problem(admitted.Error!);
        using var place = lease;
        var request = new ReplayRequest(stream, query.From, query.Speed);
        var found = await replays.FindStartAsync(request, context.RequestAborted);
        return found.Error is { } error
            ? new Problem(error)
            : await StreamResponse.SendThroughServerAsync(context, () => replays.RunAsync(request, found.Value, context.Response.BodyWriter, context.Abort, context.RequestAborted));
    }
}
