using System.Text.Json;
using System.Text.Json.Nodes;
using LiveFeed.Api.Feed.Contracts;
using LiveFeed.Domain;

namespace LiveFeed.IntegrationTests.Feed.Contracts;

/// <summary>The schemas in <c>openapi/schemas</c>, which others compare their clients with.</summary>
public sealed class SchemaFilesTests
{
    private const string WriteThem = "LIVEFEED_WRITE_SCHEMAS";
    private const string Score = """{"x-version":"1.0","type":"object","properties":{"sets":{"type":"integer"},"status":{"enum":["open","over"]}},"required":["sets"]}""";

    private static readonly string Folder = Path.Combine(Repository.Folder, "openapi", "schemas");

    [Fact]
    public async Task The_files_in_the_repository_are_the_schemas_that_the_server_has_and_another_shape_has_another_version()
    {
        foreach (var schema in ContractSchemas.All)
        {
            var file = Path.Combine(Folder, schema.File);
            var before = File.Exists(file) ? await File.ReadAllTextAsync(file) : null;
            var fault = before is null ? null : SchemaShape.Fault(JsonNode.Parse(before)!, schema.Json);
            Assert.True(fault is null, $"{schema.Name}: {fault} Its version is in EntryShapes or StreamSchemas.");
            if (Environment.GetEnvironmentVariable(WriteThem) == "1")
            {
                Directory.CreateDirectory(Folder);
                await File.WriteAllTextAsync(file, before = Text(schema.Json));
            }

            Assert.True(
                before == Text(schema.Json),
                $"openapi/schemas/{schema.File} differs from the code. Write it anew: {WriteThem}=1 dotnet test tests/LiveFeed.IntegrationTests --filter FullyQualifiedName~{nameof(SchemaFilesTests)}");
        }

        Assert.Equal(ContractSchemas.All.Select(schema => schema.File).Order(StringComparer.Ordinal), Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData("\"1.0\"", "\"1.1\"", "Its shape is the same")]
    [InlineData("\"sets\":{\"type\":\"integer\"}", "\"sets\":{\"description\":\"More words.\",\"type\":\"integer\"}", null)]
    [InlineData("\"sets\":{\"type\":\"integer\"}", "\"sets\":{\"type\":\"string\"}", "Its shape has changed")]
    [InlineData("\"properties\":{", "\"properties\":{\"description\":{\"type\":\"string\"},", "Its shape has changed")]
    [InlineData("\"1.0\",\"type\":\"object\",\"properties\":{", "\"1.1\",\"type\":\"object\",\"properties\":{\"server\":{\"type\":\"integer\"},", null)]
    [InlineData("\"1.0\",\"type\":\"object\",\"properties\":{", "\"1.2\",\"type\":\"object\",\"properties\":{\"server\":{\"type\":\"integer\"},", "Its shape has changed")]
    [InlineData("\"1.0\",\"type\":\"object\",\"properties\":{\"sets\":{\"type\":\"integer\"},", "\"1.1\",\"type\":\"object\",\"properties\":{", "What it has lost")]
    [InlineData("\"1.0\",\"type\":\"object\",\"properties\":{\"sets\":{\"type\":\"integer\"},", "\"2.0\",\"type\":\"object\",\"properties\":{", null)]
    public void A_version_says_whether_clients_of_the_one_before_can_read_it(string part, string changed, string? fault)
    {
        var after = part.Length == 0 ? Score : Score.Replace(part, changed, StringComparison.Ordinal);
        Assert.StartsWith(fault ?? "", SchemaShape.Fault(JsonNode.Parse(Score)!, JsonNode.Parse(after)!) ?? "", StringComparison.Ordinal);
        Assert.Equal(fault is null, SchemaShape.Fault(JsonNode.Parse(Score)!, JsonNode.Parse(after)!) is null);
    }

    [Fact]
    public void Every_member_of_every_schema_says_what_it_is() => Assert.All(ContractSchemas.All, schema => AssertTyped(schema.Name, schema.Json));

    private static void AssertTyped(string at, JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items.OfType<JsonObject>())
                AssertTyped(at, item);
        }

        if (node is not JsonObject schema)
            return;
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            Assert.True(member is JsonObject typed && new[] { "type", "const", "enum", "$ref", "allOf", "anyOf" }.Any(typed.ContainsKey), $"{at}.{name} may be anything: {member?.ToJsonString()}.");
            AssertTyped($"{at}.{name}", member);
        }

        foreach (var definition in schema["definitions"]?.AsObject() ?? [])
            AssertTyped($"{at} {definition.Key}", definition.Value);
        foreach (var part in new[] { schema["oneOf"], schema["anyOf"], schema["items"] })
            AssertTyped(at, part);
    }

    private static string Text(JsonObject json) => json.ToJsonString(Indented) + "\n";

    private static readonly JsonSerializerOptions Indented = new(ApiJson.Options) { WriteIndented = true, NewLine = "\n" };
}
