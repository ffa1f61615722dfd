using System.Net;
using System.Text.Json;

namespace LiveFeed.Api.Replay.Client;

/// <summary>
/// A whole answer of the API, read into memory: none is large. <c>RetryAfter</c> is how long the server asks to wait before a repeat, null
/// where it doesn't.
/// </summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string Body, TimeSpan? RetryAfter)
{
    private Wire.Problem? Problem { get; } = ReadProblem(Status, Body);

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The stable code of a problem; null for a success, or where something other than the API answered.</summary>
    public string? Code => Problem?.Code;

    /// <summary>True for this refusal, and no other with the same status.</summary>
    public bool Is(HttpStatusCode status, string code) => Status == status && Code == code;

    /// <summary>This answer.</summary>
    /// <param name="what">What was asked, for the message.</param>
    /// <exception cref="ReplayException">The server refused.</exception>
    public ApiAnswer EnsureSuccess(string what) => IsSuccess
        ? this
        : throw new ReplayException($"{what}: {(int)Status} {Code ?? Status.ToString()}{Explanation()}");

    /// <exception cref="ReplayException">The body is something else.</exception>
    public T Read<T>()
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Body, Wire.Json) ?? throw new JsonException("null");
        }
        catch (JsonException odd)
        {
            throw new ReplayException($"the server's answer is not understood: {odd.Message}", odd);
        }
    }

    private static Wire.Problem? ReadProblem(HttpStatusCode status, string body)
    {
        if ((int)status < 400 || !body.StartsWith('{')) return null;
        try
        {
            return JsonSerializer.Deserialize<Wire.Problem>(body, Wire.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // With the first place that is wrong, if the problem names places: of a whole schedule nobody would find it.
    private string Explanation()
    {
        var place = Problem?.Errors?.Select(error => $"{error.Key}: {error.Value.FirstOrDefault()}").FirstOrDefault();
        var parts = new[] { Problem?.Detail ?? Problem?.Title, place }.OfType<string>().ToList();
        return parts.Count == 0 ? "" : $" ({string.Join(' ', parts)})";
    }
}
