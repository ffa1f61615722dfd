using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Http;

/// <summary>
/// A 32-bit integer in the query string; null without it. It is called as the handler's parameter is. (The framework's compiled binding
/// rejects a wrong <c>int?</c> without saying which.)
/// </summary>
internal sealed record QueryInt(int? Value) : IBindableFromHttpContext<QueryInt>, IEndpointParameterMetadataProvider
{
    public static ValueTask<QueryInt?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var text = context.Request.Query[parameter.Name!].ToString();
        if (text.Length == 0)
            return new(new QueryInt((int?)null));
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? new(new QueryInt(value))
            : throw new InvalidParameterException(parameter.Name!, $"{parameter.Name} is a 32-bit integer.");
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.AddMetadata(
        new QueryParameterMetadata(parameter.Name!, parameter.GetCustomAttribute<DescriptionAttribute>()!.Description, Schemas.Id),
        new ErrorCodesMetadata([ErrorCode.InvalidRequest]));
}
