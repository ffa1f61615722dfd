using System.Net;
using System.Text.Json;

namespace LiveFeed.Client;

/// <summary>The server has rejected what the client asked for, and would again: nobody is signed in, there is no such event, a filter is malformed.</summary>
public sealed class FeedRejectedException : Exception
{
    private FeedRejectedException(HttpStatusCode status, string? code, string message)
        : base(message) => (Status, Code) = (status, code);

    public HttpStatusCode Status { get; }

    /// <summary>The API's code, such as <c>token_required</c>; null if the response came from an intermediary.</summary>
    public string? Code { get; }

    internal static async Task<FeedRejectedException> FromAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (code, detail) = response.Content.Headers.ContentType?.MediaType == "application/problem+json" ? Read(await response.Content.ReadAsStringAsync(cancellationToken)) : default;
        return new FeedRejectedException(response.StatusCode, code, $"The feed can't be read: {(int)response.StatusCode} {code ?? response.ReasonPhrase}. {detail}".TrimEnd());
    }

    private static (string? Code, string? Detail) Read(string problem)
    {
        using var json = JsonDocument.Parse(problem);
        return (Member("code"), Member("detail"));

        string? Member(string name) => json.RootElement.TryGetProperty(name, out var member) ? member.GetString() : null;
    }
}
