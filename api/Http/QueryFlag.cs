using System.ComponentModel;
using System.Reflection;
using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Http;

/// <summary>A flag in the query string, false without it. See <see cref="QueryInt"/> for why it is no <c>bool</c>.</summary>
internal sealed record QueryFlag(bool Value) : IBindableFromHttpContext<QueryFlag>, IEndpointParameterMetadataProvider
{
    public static ValueTask<QueryFlag?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var text = context.Request.Query[parameter.Name!].ToString();
        if (text.Length == 0)
            return new(new QueryFlag(false));
        return bool.TryParse(text, out var value)
            ? new(new QueryFlag(value))
            : throw new InvalidParameterException(parameter.Name!, $"{parameter.Name} is true or false.");
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.AddMetadata(
        new QueryParameterMetadata(parameter.Name!, parameter.GetCustomAttribute<DescriptionAttribute>()!.Description, Schemas.Flag),
        new ErrorCodesMetadata([ErrorCode.InvalidRequest]));
}
