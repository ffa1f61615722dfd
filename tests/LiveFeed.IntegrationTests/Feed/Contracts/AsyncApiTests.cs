using System.Text.Json.Nodes;
using LiveFeed.Api.Feed.Contracts;
using LiveFeed.IntegrationTests.OpenApi;

namespace LiveFeed.IntegrationTests.Feed.Contracts;

/// <summary>The AsyncAPI document. tests/generated lints it as a document of its version.</summary>
public sealed class AsyncApiTests(ApiDocument api) : IClassFixture<ApiDocument>
{
    private const string WriteIt = "LIVEFEED_WRITE_SCHEMAS";

    [Fact]
    public async Task The_file_in_the_repository_is_what_the_server_says_of_its_streams()
    {
        var file = Path.Combine(Repository.Folder, "openapi", "livefeed.asyncapi.json");
        // There, the schemas are in the folder beside it.
        var served = (await api.Server.Http.GetStringAsync("/asyncapi/v1.json")).Replace("../schemas/", "schemas/", StringComparison.Ordinal) + "\n";
        if (Environment.GetEnvironmentVariable(WriteIt) == "1")
            await File.WriteAllTextAsync(file, served);

        Assert.True(
            File.Exists(file) && await File.ReadAllTextAsync(file) == served,
            $"openapi/livefeed.asyncapi.json and the server differ. Write it anew: {WriteIt}=1 dotnet test tests/LiveFeed.IntegrationTests --filter FullyQualifiedName~{nameof(AsyncApiTests)}");
    }

    [Fact]
    public async Task Every_reference_leads_to_something_and_every_schema_is_referred_to()
    {
        var document = JsonNode.Parse(await api.Server.Http.GetStringAsync("/asyncapi/v1.json"))!;
        var references = References(document).Distinct().ToList();

        foreach (var reference in references)
        {
            if (reference.StartsWith('#'))
                Assert.NotNull(reference[2..].Split('/').Aggregate((JsonNode?)document, (node, name) => node?[name]));
            else
                Assert.Equal(200, (int)(await api.Server.Http.GetAsync(new Uri(new Uri(api.Server.Address, "/asyncapi/v1.json"), reference))).StatusCode);
        }

        Assert.Equal(ContractSchemas.All.Select(schema => $"../schemas/{schema.File}").Order(StringComparer.Ordinal), references.Where(reference => reference[0] != '#').Order(StringComparer.Ordinal));
        Assert.Equal(ContractSchemas.All.Select(schema => schema.Name), document["channels"]!["topics"]!["messages"]!.AsObject().Select(message => message.Key));
        Assert.Null(document["channels"]!["event"]!["messages"]!["topic-closed"]);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(member => member.Key == "$ref" ? [(string)member.Value!] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
