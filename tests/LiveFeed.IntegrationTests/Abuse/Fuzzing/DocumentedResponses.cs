using System.Text.Json;
using System.Text.Json.Nodes;
using LiveFeed.IntegrationTests.OpenApi;

namespace LiveFeed.IntegrationTests.Abuse.Fuzzing;

/// <summary>Compares responses with what the document says of the operation.</summary>
internal sealed class DocumentedResponses(JsonSchema schemas)
{
    private static readonly string[] Internals = ["LiveFeed.", "System.", "Microsoft.", "Exception", "Int32", "   at "];

    /// <summary>Returns what is wrong with a response; null if it is as documented.</summary>
    public string? FindFault(FuzzRequest request, FuzzResponse received)
    {
        if (received.Response is not { } response)
            return received.Failure;
        var status = (int)response.StatusCode;
        if (status >= 500)
            return "the server failed";
        if (request.Caller == FuzzWorld.BadToken && status != 401)
            return "a bad token was accepted";
        var expectsOther = request.Method != "HEAD" && request.Method != request.Operation.Method.ToUpperInvariant();
        if (expectsOther && status is not (401 or 405))
            return "the path doesn't have this method";
        var documented = expectsOther ? null : request.Operation.Node["responses"]![$"{status}"];
        if (documented is null && !expectsOther)
            return "the document doesn't have this status";
        if (request.Method == "HEAD")
            return received.Text.Length > 0 ? "HEAD has a body" : null;
        return status >= 400 ? FindProblemFault(response, received.Text, documented) : FindSuccessFault(response, received.Text, documented);
    }

    private string? FindProblemFault(HttpResponseMessage response, string text, JsonNode? documented)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json" || Parse(text) is not JsonObject problem)
            return "an error is no problem document";
        if (schemas.Check(problem, schemas.Resolve("#/components/schemas/Problem")) is { Count: > 0 } wrong)
            return string.Join(", ", wrong);
        if (documented is not null && !((string)documented["description"]!).Contains($"`{problem["code"]}`", StringComparison.Ordinal))
            return $"the document doesn't have the code {problem["code"]} for this status";
        return Array.Find(Internals, name => text.Contains(name, StringComparison.Ordinal)) is { } name ? $"the body shows internals: {name}" : null;
    }

    private string? FindSuccessFault(HttpResponseMessage response, string text, JsonNode? documented)
    {
        var type = response.Content.Headers.ContentType?.MediaType;
        if (type is null)
            return text.Length > 0 ? "a body has no type" : null;
        if (documented!["content"]?[type] is not { } media)
            return $"the document doesn't have the type {type}";
        if (type != "application/json")
            return null;
        return schemas.Check(Parse(text), media["schema"]!) is { Count: > 0 } wrong ? string.Join(", ", wrong) : null;
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
