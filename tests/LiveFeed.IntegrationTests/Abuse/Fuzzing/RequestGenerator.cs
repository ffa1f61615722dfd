using System.Text;
using System.Text.Json.Nodes;
using LiveFeed.IntegrationTests.OpenApi;

namespace LiveFeed.IntegrationTests.Abuse.Fuzzing;

/// <summary>Makes requests for operations of the document. The same seed makes the same requests.</summary>
internal sealed class RequestGenerator
{
    // Kestrel itself rejects a request line of more than 8 KB, with 414 and no body.
    private const int MaxAddress = 7_000;

    private readonly FuzzWorld world;
    private readonly Random random;
    private readonly JsonGenerator json;
    private readonly BodyGenerator bodies;

    public RequestGenerator(JsonSchema schemas, FuzzWorld world, Random random)
    {
        (this.world, this.random) = (world, random);
        json = new JsonGenerator(schemas, world, random);
        bodies = new BodyGenerator(json, random);
    }

    public FuzzRequest Generate(Operation operation, string caller)
    {
        // A third of the requests is good, so that the odd ones meet data.
        var oddness = Pick([0, 0.1, 0.3]);
        var method = operation.Method.ToUpperInvariant();
        if (random.NextDouble() < oddness / 5)
            method = Pick(OddValues.Methods);
        else if (method == "GET" && random.Next(10) == 0)
            method = "HEAD";
        var address = Path(operation, oddness) + Query(operation, oddness);
        var headers = new Dictionary<string, string>(Headers(operation, oddness).Select(header => KeyValuePair.Create(header.Name, header.Value)));
        if (world.Authorization(caller, random) is { } authorization)
            headers["Authorization"] = authorization;
        var (body, type) = bodies.Generate(operation.Node["requestBody"]?["content"], oddness);
        // An account that is erased would be missed by the requests that follow.
        if (operation.Path == "/api/me" && body is not null && body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(LiveFeedServer.Password)) >= 0)
            body = "{}"u8.ToArray();
        if (type is not null)
            headers["Content-Type"] = type;
        return new FuzzRequest(operation, method, caller, address, [.. headers.Select(header => (header.Key, header.Value))], body);
    }

    private string Path(Operation operation, double oddness) => string.Join('/', operation.Path.Split('/').Select(segment =>
        !segment.StartsWith('{') ? segment
        : random.NextDouble() < oddness ? Pick(OddValues.Segments)
        : json.GenerateText(Parameters(operation, "path").Single(parameter => segment == $"{{{parameter["name"]}}}")["schema"]!, segment.Trim('{', '}'))));

    private string Query(Operation operation, double oddness)
    {
        var pairs = new List<string>();
        foreach (var parameter in Parameters(operation, "query").Where(_ => random.NextDouble() < 0.4))
        {
            var name = (string)parameter["name"]!;
            for (var times = random.NextDouble() < oddness / 2 ? 2 : 1; times > 0; times--)
                pairs.Add(random.NextDouble() < oddness ? OddPair(name) : $"{name}={Uri.EscapeDataString(json.GenerateText(parameter["schema"]!, name))}");
        }

        if (random.NextDouble() < oddness)
            pairs.Add(Pick(["nonsense=1", "=", "&&", "%", "a=%ED%A0%80", "%C3%28=1", "limit", "LIMIT=1", "wait=x", new string('q', 2_000)]));
        while (pairs.Sum(pair => pair.Length + 1) > MaxAddress - 3_000)
            pairs.RemoveAt(pairs.Count - 1);
        return pairs.Count == 0 ? "" : $"?{string.Join('&', pairs)}";
    }

    private string OddPair(string name)
    {
        var value = Pick(OddValues.Query);
        return $"{name}={Uri.EscapeDataString(value)}";
    }

    private IEnumerable<(string Name, string Value)> Headers(Operation operation, double oddness)
    {
        foreach (var parameter in Parameters(operation, "header").Where(_ => random.NextDouble() < 0.3))
        {
            var name = (string)parameter["name"]!;
            var odd = name is "If-Match" or "If-None-Match" ? OddValues.Tags : OddValues.HeaderTexts;
            yield return (name, random.NextDouble() < oddness ? Pick(odd) : json.GenerateText(parameter["schema"]!, name));
        }

        foreach (var (name, values) in OddValues.Headers.Where(_ => random.NextDouble() < oddness / 4))
        {
            if (!Parameters(operation, "header").Any(parameter => (string?)parameter["name"] == name))
                yield return (name, Pick(values));
        }
    }

    private static IEnumerable<JsonNode> Parameters(Operation operation, string location) =>
        operation.Parameters.Where(parameter => (string?)parameter["in"] == location);

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
