using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LiveFeed.Api.Http;

/// <summary>Reads the parts of requests that several endpoints need.</summary>
internal static class Requests
{
    /// <summary>The default number of items on a page.</summary>
    public const int DefaultLimit = 100;

    /// <summary>The maximum number of items on a page.</summary>
    public const int MaxLimit = 1_000;

    private const int MaxKey = 128;

    /// <summary>Returns the signed-in user. The endpoint must require sign-in.</summary>
    public static Actor Actor(this HttpContext context) => context.Token()!.Actor;

    public static ReadToken? Token(this HttpContext context) => context.Features.Get<ReadToken>();

    public static ReaderIdentity Reader(this HttpContext context) =>
        context.Token()?.Actor is { } actor ? new ReaderIdentity(actor.UserId, actor.IsAdmin) : ReaderIdentity.Anonymous;

    /// <summary>
    /// Returns the client's address, for limits: an IPv4 address, or an IPv6 network of 64 bits, which belongs to one customer of a
    /// provider.
    /// </summary>
    public static string ClientAddress(this HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes) + "/64";
    }

    /// <summary>Reads <c>?limit=&amp;offset=</c>: by default the first 100, at most 1,000 at once.</summary>
    public static Result<PageRequest> Paging(this HttpContext context)
    {
        var limit = Number(context, "limit", DefaultLimit, 1, MaxLimit);
        if (limit.Error is { } wrongLimit)
            return wrongLimit;
        var offset = Number(context, "offset", 0, 0, int.MaxValue);
        return offset.Error is { } wrongOffset ? wrongOffset : new PageRequest(new Paging(limit.Value, offset.Value));
    }

    /// <summary>Reads a whole number from the query string.</summary>
    public static Result<int> Number(HttpContext context, string name, int unlessSet, int least, int most)
    {
        var text = context.Request.Query[name].ToString();
        if (text.Length == 0)
            return unlessSet;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : Error.Invalid(ErrorCode.InvalidRequest, name, $"{name} is a whole number from {least} to {most}.");
    }

    /// <summary>Reads a flag from the query string; false by default.</summary>
    public static Result<OptionalFlag> Flag(HttpContext context, string name) => context.Request.Query[name].ToString() switch
    {
        "" or "false" => new OptionalFlag(false),
        "true" => new OptionalFlag(true),
        _ => Error.Invalid(ErrorCode.InvalidRequest, name, $"{name} is true or false."),
    };

    /// <summary>Reads an optional id from the query string.</summary>
    public static Result<OptionalId> Id(HttpContext context, string name)
    {
        var text = context.Request.Query[name].ToString();
        if (text.Length == 0)
            return new OptionalId(null);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? new OptionalId(value)
            : Error.Invalid(ErrorCode.InvalidRequest, name, $"{name} is a 32-bit integer.");
    }

    /// <summary>Returns the idempotency key, which makes a repeat harmless: the header, or else the body's own id.</summary>
    public static Result<OptionalKey> IdempotencyKey(this HttpContext context, string? clientUpdateId = null)
    {
        var header = context.Request.Headers["Idempotency-Key"].ToString();
        // Both are checked, whichever is the key, because both are stored.
        if (header.Length > 0 && !IsKey(header))
            return NoKey("Idempotency-Key");
        return clientUpdateId is not null && !IsKey(clientUpdateId)
            ? NoKey("clientUpdateId")
            : new OptionalKey(header.Length > 0 ? header : clientUpdateId);
    }

    private static bool IsKey(string text) => text.Length is > 0 and <= MaxKey && text.All(c => c is > ' ' and <= '~');

    private static Error NoKey(string place) => Error.Invalid(
        ErrorCode.InvalidIdempotencyKey, place, $"A key has 1 to {MaxKey} printable ASCII characters without spaces, such as a UUID.");
}
