using System.Globalization;
using System.Text.Json.Nodes;
using LiveFeed.IntegrationTests.Abuse.Fuzzing;
using LiveFeed.IntegrationTests.OpenApi;
using LiveFeed.IntegrationTests.Support;
using Xunit.Abstractions;

namespace LiveFeed.IntegrationTests.Abuse;

/// <summary>
/// Sends generated requests to every operation of the document, as every kind of caller. Each run makes others; the seed in the output
/// repeats them.
/// </summary>
public sealed class FuzzTests(ContractServer server, ITestOutputHelper output) : IClassFixture<ContractServer>
{
    private const string SeedVariable = "LIVEFEED_FUZZ_SEED";
    private const string RequestsVariable = "LIVEFEED_FUZZ_REQUESTS";
    private const int RequestsPerEvent = 100;
    private const int MaxFaults = 10;

    [Fact]
    public async Task Whatever_is_sent_the_response_is_one_that_the_document_has()
    {
        var (seed, requests) = (Setting(SeedVariable, Random.Shared.Next(1_000_000)), Setting(RequestsVariable, 2_000));
        output.WriteLine($"{SeedVariable}={seed} {RequestsVariable}={requests}");
        var document = JsonNode.Parse(await server.Nobody.GetStringAsync("/openapi/v1.json"))!;
        var world = new FuzzWorld(server, await server.Server.RegisterAsync("Spare"));
        var random = new Random(seed);
        var generator = new RequestGenerator(new JsonSchema(document), world, random);
        var rules = new DocumentedResponses(new JsonSchema(document));
        using var client = new FuzzClient(server.Server.Address);
        var targets = Operations(document).SelectMany(_ => FuzzWorld.Callers, (operation, caller) => (Operation: operation, Caller: caller)).ToArray();

        // The first of each kind is enough.
        var faults = new Dictionary<string, string>();
        var statuses = new SortedDictionary<int, int>();
        for (var i = 0; i < requests && faults.Count < MaxFaults; i++)
        {
            if (i % RequestsPerEvent == 0)
                await world.RenewAsync();
            if (i % targets.Length == 0)
                random.Shuffle(targets);
            var (operation, caller) = targets[i % targets.Length];
            var request = generator.Generate(operation, caller);
            var received = await client.SendAsync(request);
            var status = (int?)received.Response?.StatusCode ?? 0;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            // What a stream logs may come during a later request.
            var logged = server.NewFailures().FirstOrDefault();
            if ((rules.FindFault(request, received) ?? logged) is { } fault)
                faults.TryAdd($"{fault} {operation}", $"Request {i + 1}: {fault}\n  {request}\n  {status} {received.Text}");
        }

        output.WriteLine(string.Join(", ", statuses.Select(status => $"{status.Key}: {status.Value}")));
        Assert.True(faults.Count == 0, $"Repeat with {SeedVariable}={seed} {RequestsVariable}={requests}\n{string.Join("\n\n", faults.Values)}");
        foreach (var health in new[] { "/health/ready", "/health/writes" })
            Assert.Equal(200, (int)(await server.Nobody.GetAsync(health)).StatusCode);
        await world.RenewAsync();
    }

    private static IEnumerable<Operation> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select new Operation(path.Key, operation.Key, operation.Value!);

    private static int Setting(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
