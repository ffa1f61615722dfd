using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveFeed.Domain;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.OpenApi;

public sealed class DocumentTests(ApiDocument api) : IClassFixture<ApiDocument>
{
    private const string WriteIt = "LIVEFEED_WRITE_OPENAPI";

    [Fact]
    public async Task The_file_in_the_repository_is_what_the_API_says_of_itself()
    {
        var file = Path.Combine(Repository.Folder, "openapi", "livefeed.v1.json");
        if (Environment.GetEnvironmentVariable(WriteIt) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, api.Text.ReplaceLineEndings("\n").TrimEnd() + "\n");
        }

        Assert.True(
            File.Exists(file) && (await File.ReadAllTextAsync(file)).TrimEnd() == api.Text.ReplaceLineEndings("\n").TrimEnd(),
            $"openapi/livefeed.v1.json and the API differ. Write it anew: {WriteIt}=1 dotnet test tests/LiveFeed.IntegrationTests --filter FullyQualifiedName~{nameof(DocumentTests)}");
    }

    [Fact]
    public async Task A_client_that_has_it_already_gets_304()
    {
        using var first = await api.Server.Http.GetAsync("/openapi/v1.json");
        var etag = first.Header("ETag");
        Assert.Equal("no-cache", first.Header("Cache-Control"));
        Assert.Matches("^\"[^\"]+\"$", etag);

        using var again = await api.Server.Http.SendAsync("GET", "/openapi/v1.json", null, ("If-None-Match", etag!));
        Assert.Equal((HttpStatusCode.NotModified, etag, "no-cache"), (again.StatusCode, again.Header("ETag"), again.Header("Cache-Control")));
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_page_is_served() =>
        Assert.Equal(HttpStatusCode.OK, (await api.Server.Http.GetAsync("/swagger/index.html")).StatusCode);

    [Fact]
    public void Every_operation_says_what_it_is()
    {
        Assert.All(api.Operations, operation =>
        {
            Assert.False(string.IsNullOrEmpty((string?)operation.Node["summary"]), $"{operation} has no summary.");
            Assert.False(string.IsNullOrEmpty((string?)operation.Node["description"]), $"{operation} has no description.");
            Assert.Single(operation.Node["tags"]!.AsArray());
        });
        var ids = api.Operations.Select(operation => (string)operation.Node["operationId"]!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Every_parameter_is_described_and_has_a_form() => Assert.All(
        api.Operations.SelectMany(operation => operation.Parameters),
        parameter =>
        {
            Assert.False(string.IsNullOrEmpty((string?)parameter["description"]), $"{parameter["name"]} has no description.");
            List<string> numbers = ["limit", "offset", "wait", "teamId", "division", "court", "matchId"];
            List<string> lists = ["matches", "teams", "divisions", "types"];
            var type = numbers.Contains((string)parameter["name"]!) ? "integer" : lists.Contains((string)parameter["name"]!) ? "array" : null;
            if (type is not null)
                Assert.Equal(type, (string?)parameter["schema"]!["type"]);
            if (type == "array")
                Assert.False(parameter["explode"]!.GetValue<bool>());
        });

    /// <summary>OpenAPI requires it ("Path Templating"); generators of clients fail without it.</summary>
    [Fact]
    public void Every_part_of_a_path_in_braces_is_a_parameter_and_says_what_is_wrong_if_it_is_malformed()
    {
        foreach (var operation in api.Operations)
        {
            var inPath = operation.Parameters.Where(parameter => (string?)parameter["in"] == "path").Select(parameter => (string)parameter["name"]!).ToList();
            Assert.Equal(operation.Path.Split('{').Skip(1).Select(part => part[..part.IndexOf('}')]), inPath);
            if (inPath.Contains("eventId"))
                Assert.Contains("invalid_event_id", (string)operation.Node["responses"]!["400"]!["description"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_body_and_every_response_has_an_example_of_its_own_form()
    {
        foreach (var (code, operation) in api.Described)
        {
            if (code.ParameterDescriptions.FirstOrDefault(parameter => parameter.Source.Id == "Body")?.Type is { } body)
                CheckExample($"The body of {operation}", operation.Body, body);
            foreach (var response in code.SupportedResponseTypes.Where(response => response.Type is not null && response.Type != typeof(void) && response.Type != typeof(Stream)))
                CheckExample($"{response.StatusCode} of {operation}", operation.Node["responses"]![$"{response.StatusCode}"]!["content"]!["application/json"], response.Type!);
        }

        Assert.Equal(api.Operations.Count(), api.Described.Count());
    }

    [Fact]
    public void Every_rejection_lists_its_codes_and_every_code_is_in_the_vocabulary()
    {
        var vocabulary = api.Root["components"]!["schemas"]!["Problem"]!["properties"]!["code"]!["enum"]!.AsArray().Select(code => (string)code!).ToList();
        Assert.Equal(Enum.GetValues<ErrorCode>().Select(code => code.ToWireName()).Order(), vocabulary.Order());
        foreach (var (operation, status, response) in api.Operations.SelectMany(operation => operation.Responses, (operation, response) => (operation, response.Status, response.Node)))
        {
            if (status[0] is '2' or '3')
                continue;
            var media = response["content"]!["application/problem+json"];
            Assert.Empty(api.Schema.Check(media!["example"], media["schema"]!));
            Assert.Equal(status, media["example"]!["status"]!.ToString());
            var codes = ((string)response["description"]!).Split(", ").Select(code => code.Trim('`'));
            Assert.All(codes, code => Assert.True(vocabulary.Contains(code), $"{status} of {operation} lists {code}."));
        }
    }

    [Fact]
    public void Responses_without_a_body_have_none_and_rejections_that_pass_say_when_to_come_back()
    {
        var responses = api.Operations.SelectMany(operation => operation.Responses).ToList();
        Assert.All(responses.Where(response => response.Status is "204" or "304"), response => Assert.Null(response.Node["content"]));
        Assert.All(responses.Where(response => response.Status is "429" or "503"), response => Assert.NotNull(response.Node["headers"]!["Retry-After"]));
        Assert.All(responses.SelectMany(response => response.Node["headers"]?.AsObject().Select(header => header.Value!) ?? []), header => api.Schema.Resolve((string)header["$ref"]!));
    }

    [Fact]
    public void Only_signing_in_and_up_takes_no_token() => Assert.All(
        api.Operations,
        operation => Assert.Equal(operation.Node["security"]!.AsArray().Count == 0, (operation.Path is "/api/auth/password-reset" && operation.Method == "put") || operation.Path is "/api/auth/register" or "/api/auth/login" or "/api/auth/refresh" or "/api/auth/logout" or "/api/auth/cookies" or "/api/auth/scorer-links" or "/api/auth/scorer-links/preview"));

    [Fact]
    public void Requests_are_closed_and_responses_open()
    {
        var schemas = api.Root["components"]!["schemas"]!;
        Assert.Equal("false", schemas["PostScoreBody"]!["additionalProperties"]?.ToJsonString());
        Assert.Equal("false", schemas["SetBody"]!["additionalProperties"]?.ToJsonString());
        Assert.Null(schemas["Score"]!["additionalProperties"]);
        Assert.Equal("{}", schemas["FeedEntry"]!["additionalProperties"]?.ToJsonString());
    }

    private void CheckExample(string what, JsonNode? media, Type type)
    {
        Assert.True(media?["example"] is not null, $"{what} has no example.");
        var wrong = api.Schema.Check(media!["example"], media["schema"]!);
        Assert.True(wrong.Count == 0, $"The example of {what} doesn't fit its schema: {string.Join(", ", wrong)}");
        var read = media["example"].Deserialize(type, ApiJson.Options);
        Assert.True(JsonNode.DeepEquals(media["example"], JsonSerializer.SerializeToNode(read, type, ApiJson.Options)), $"The example of {what} isn't a {type.Name}.");
    }
}
