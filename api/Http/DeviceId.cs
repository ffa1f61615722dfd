using System.Reflection;
using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Http;

/// <summary>The device that writes, from the header <c>X-Device-Id</c>; null if there is none.</summary>
internal sealed record DeviceId(string? Value) : IBindableFromHttpContext<DeviceId>, IEndpointParameterMetadataProvider
{
    private const string Header = "X-Device-Id";
    private static readonly DeviceId None = new((string?)null);

    public static ValueTask<DeviceId?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var text = context.Request.Headers[Header].ToString();
        if (text.Length == 0)
            return new(None);
        return ClaimingDevice.Validate(text, Header) is not { } error ? new(new DeviceId(text)) : throw new InvalidParameterException(error);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.AddMetadata(
        new RequestHeaderMetadata(Header, "The deviceId with which the match was claimed. A match that was claimed with one is written with it only."),
        new ErrorCodesMetadata([ErrorCode.InvalidRequest]));
}
