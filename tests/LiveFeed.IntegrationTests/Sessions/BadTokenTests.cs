using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Sessions;

public sealed class BadTokenTests(ContractServer server) : IClassFixture<ContractServer>
{
    public static TheoryData<string> Forgeries => new(
        "no algorithm", "no algorithm, in capitals", "another algorithm", "another key", "another issuer", "another audience", "no expiry",
        "no user", "five parts", "five empty parts", "two parts", "nothing but dots", "9 KB", "a truncated signature", "no signature",
        "a changed payload", "a deep header", "no base64", "no JSON", "empty");

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_token_is_rejected_on_private_calls_and_on_public_reads_alike(string forgery)
    {
        var id = await server.EventAsync();
        var header = ("Authorization", "Bearer " + Forge(forgery));

        // The hand-made token is valid except for what is forged.
        await Expect.SuccessAsync(await server.Nobody.SendAsync("GET", "/api/auth/me", null, ("Authorization", "Bearer " + Good())));
        foreach (var path in new[] { "/api/auth/me", $"/api/events/{id}", $"/api/events/{id}/scores", $"/api/events/{id}/feed", "/api/events" })
        {
            var response = await server.Nobody.SendAsync("GET", path, null, header);
            Assert.Equal("Bearer", response.Header("WWW-Authenticate"));
            await Expect.ProblemAsync(response, 401, "invalid_token");
        }

        await Expect.ProblemAsync(await server.Nobody.SendAsync("POST", $"/api/events/{id}/claims/1", "{}", header), 401, "invalid_token");
    }

    [Theory]
    [InlineData("Basic am86c2VjcmV0")]
    [InlineData("Bearer")]
    [InlineData("Token abc")]
    [InlineData("Bearer one, Bearer two")]
    public async Task A_header_that_is_no_bearer_token_is_rejected_on_public_reads_too(string authorization)
    {
        var id = await server.EventAsync();

        await Expect.ProblemAsync(await server.Nobody.SendAsync("GET", $"/api/events/{id}", null, ("Authorization", authorization)), 401, "invalid_token");
    }

    [Fact]
    public async Task An_access_token_in_the_query_string_is_nobodys()
    {
        var id = await server.EventAsync(visibility: "members");

        foreach (var name in new[] { "access_token", "token", "accessToken" })
            await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}?{name}={server.Media.AccessToken}"), 401, "token_required");
    }

    private string Good() => Forged.Token(Forged.Claims(server.Media.Id));

    private string Forge(string forgery)
    {
        var claims = Forged.Claims(server.Media.Id);
        var good = Good();
        var parts = good.Split('.');
        return forgery switch
        {
            "no algorithm" => Forged.Token(claims, "none"),
            "no algorithm, in capitals" => Forged.Token(claims, "NONE"),
            "another algorithm" => Forged.Token(claims, "HS512"),
            "another key" => Forged.Token(claims, key: "a-signing-key-of-somebody-else-altogether"),
            "another issuer" => Forged.Token(With("iss", "someone")),
            "another audience" => Forged.Token(With("aud", "someone")),
            "no expiry" => Forged.Token(Without("exp")),
            "no user" => Forged.Token(Without("sub")),
            "five parts" => good + ".x.y",
            "five empty parts" => "....",
            "two parts" => parts[0] + "." + parts[1],
            "nothing but dots" => "..",
            "9 KB" => Forged.Token(With("name", new string('x', 9_000))),
            "a truncated signature" => good[..^4],
            "no signature" => parts[0] + "." + parts[1] + ".",
            "a changed payload" => parts[0] + "." + Forged.Token(With("name", "Somebody Else")).Split('.')[1] + "." + parts[2],
            "a deep header" => Forged.Encode(new string('[', 3_000)) + "." + parts[1] + "." + parts[2],
            "no base64" => "%%%.%%%.%%%",
            "no JSON" => Forged.Encode("alg") + "." + Forged.Encode("sub") + "." + parts[2],
            "empty" => " ",
            _ => throw new ArgumentOutOfRangeException(nameof(forgery), forgery, null),
        };

        Dictionary<string, object> With(string name, object value) => new(claims) { [name] = value };

        Dictionary<string, object> Without(string name) => new(claims.Where(claim => claim.Key != name));
    }
}
