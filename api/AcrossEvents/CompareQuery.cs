using System.Reflection;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.AcrossEvents;

/// <summary>The events to compare: <c>?event=wc22&amp;event=wc26</c>.</summary>
internal sealed record CompareQuery(IReadOnlyList<EventId> Events) : IBindableFromHttpContext<CompareQuery>, IEndpointParameterMetadataProvider
{
    private const int MinEvents = 2, MaxEvents = 8;

    public static ValueTask<CompareQuery?> BindAsync(HttpContext context, ParameterInfo parameter) => new(new CompareQuery(EventsQuery.Read(context, MinEvents, MaxEvents)));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.AddMetadata(
        EventsQuery.Metadata($"An event. Repeated, {MinEvents} to {MaxEvents} times.", isRequired: true), new ErrorCodesMetadata([ErrorCode.InvalidRequest]));
}
