using System.Reflection;
using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Http;

/// <summary>The key that makes a repeat of a write harmless, from the header <c>Idempotency-Key</c>; null if there is none.</summary>
internal sealed record IdempotencyKey(string? Value) : IBindableFromHttpContext<IdempotencyKey>, IEndpointParameterMetadataProvider
{
    private const string Header = "Idempotency-Key";
    private const int MaxLength = 128;
    private static readonly IdempotencyKey None = new((string?)null);

    public static ValueTask<IdempotencyKey?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var text = context.Request.Headers[Header].ToString();
        if (text.Length == 0)
            return new(None);
        return Validate(text, Header) is not { } error ? new(new IdempotencyKey(text)) : throw new InvalidParameterException(error);
    }

    /// <summary>Returns the error of a key that can't be stored; null if the key is valid, or there is none.</summary>
    public static Error? Validate(string? key, string field) =>
        key is null || (key.Length is > 0 and <= MaxLength && key.All(c => c is > ' ' and <= '~')) ? null : Error.Invalid(
            ErrorCode.InvalidIdempotencyKey, field, $"A key has 1 to {MaxLength} printable ASCII characters without spaces, such as a UUID.");

    /// <summary>Returns the error of the client's own id for an update. It is checked even if the header is the key, because both are stored.</summary>
    public static Error? ValidateUpdateId(string? clientUpdateId) => Validate(clientUpdateId, "clientUpdateId");

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.AddMetadata(
        new RequestHeaderMetadata(Header, $"Makes a repeat within 24 hours harmless: it gets the first response, with {ResponseHeaders.Replayed}: true. 1 to {MaxLength} printable ASCII characters without spaces."),
        new IdempotentMetadata(),
        new ErrorCodesMetadata([ErrorCode.InvalidIdempotencyKey, ErrorCode.IdempotencyKeyReused]));
}
