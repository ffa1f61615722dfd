using System.Reflection;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Teams;

/// <summary>Which messages of a room to return: <c>?before=&amp;limit=</c>.</summary>
/// <param name="Before">Only those before the message with this id; null for the newest.</param>
/// <param name="Limit">At most so many.</param>
internal sealed record MessageQuery(string? Before, int Limit) : IBindableFromHttpContext<MessageQuery>, IEndpointParameterMetadataProvider
{
    private const string BeforeName = "before";
    private static readonly QueryNumber LimitNumber = new("limit", "At most so many messages.", 50, 1, 100);

    public static ValueTask<MessageQuery?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var before = context.Request.Query[BeforeName].ToString();
        if (before.Length > 0 && !Message.IsId(before))
            throw new InvalidParameterException(BeforeName, $"{BeforeName} is the id of a message of this room.");
        return new(new MessageQuery(before.Length == 0 ? null : before, LimitNumber.Read(context)));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.AddMetadata(
        new QueryParameterMetadata(BeforeName, "Only messages before the one with this id.", Schemas.Text), LimitNumber.Metadata, new ErrorCodesMetadata([ErrorCode.InvalidRequest]));
}
