using System.Reflection;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Notifications;

/// <summary>Which notifications to return: <c>?before=&amp;limit=</c>.</summary>
/// <param name="Before">Only those with a lower number.</param>
/// <param name="Limit">At most so many.</param>
internal sealed record NotificationQuery(int Before, int Limit) : IBindableFromHttpContext<NotificationQuery>, IEndpointParameterMetadataProvider
{
    private static readonly QueryNumber BeforeNumber = new("before", "Only notifications with a lower number.", int.MaxValue, 1, int.MaxValue);
    private static readonly QueryNumber LimitNumber = new("limit", "At most so many notifications.", 50, 1, 100);

    public static ValueTask<NotificationQuery?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(new NotificationQuery(BeforeNumber.Read(context), LimitNumber.Read(context)));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.AddMetadata(BeforeNumber.Metadata, LimitNumber.Metadata, new ErrorCodesMetadata([ErrorCode.InvalidRequest]));
}
