using System.Net;
using System.Text.Json;

namespace LiveFeed.Api.Replay.Client;

/// <summary>
/// A whole response of the API, read into memory, because none is large. <c>RetryAfter</c> is how long the server asks to wait before a
/// repeat; null if it doesn't ask.
/// </summary>
internal sealed record ApiResponse(HttpStatusCode Status, string Body, TimeSpan? RetryAfter)
{
    private Wire.Problem? Problem { get; } = ReadProblem(Status, Body);

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The stable code of a problem; null for a success, or if something other than the API responded.</summary>
    public string? Code => Problem?.Code;

    /// <summary>Returns true for this rejection, and for no other with the same status.</summary>
    public bool Is(HttpStatusCode status, string code) => Status == status && Code == code;

    /// <summary>Returns this response if it is a success.</summary>
    /// <param name="what">The request, for the message.</param>
    /// <exception cref="ReplayException">The server rejected the request.</exception>
    public ApiResponse EnsureSuccess(string what) => IsSuccess
        ? this
        : throw new ReplayException($"{what}: {(int)Status} {Code ?? Status.ToString()}{Explanation()}");

    /// <exception cref="ReplayException">The body has another form.</exception>
    public T Read<T>()
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Body, Wire.Json) ?? throw new JsonException("null");
        }
        catch (JsonException odd)
        {
            throw new ReplayException($"the server's response is not understood: {odd.Message}", odd);
        }
    }

    private static Wire.Problem? ReadProblem(HttpStatusCode status, string body)
    {
        if ((int)status < 400 || !body.StartsWith('{'))
            return null;
        try
        {
            return JsonSerializer.Deserialize<Wire.Problem>(body, Wire.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Includes the first position that is wrong, if the problem names positions: in a whole schedule nobody would find it.
    private string Explanation()
    {
        var position = Problem?.Errors?.Select(error => $"{error.Key}: {error.Value.FirstOrDefault()}").FirstOrDefault();
        var parts = new[] { Problem?.Detail ?? Problem?.Title, position }.OfType<string>().ToList();
        return parts.Count == 0 ? "" : $" ({string.Join(' ', parts)})";
    }
}
