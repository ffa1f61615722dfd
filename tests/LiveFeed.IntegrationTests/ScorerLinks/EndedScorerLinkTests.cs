using System.Text.Json;
using LiveFeed.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using static LiveFeed.IntegrationTests.ScorerLinks.ScorerLinkRequests;

namespace LiveFeed.IntegrationTests.ScorerLinks;

/// <summary>A link that has ended is of no use any more, to those who are in by it either.</summary>
public sealed class EndedScorerLinkTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task A_revoked_link_ends_what_its_helpers_do_and_frees_their_matches()
    {
        var id = await server.EventAsync(visibility: "members");
        var made = await server.Organizer.MakeLinkAsync(id, new { courtId = 1 });
        var helper = await server.Server.HelperAsync(made);
        await helper.ClaimAsync(id, 1);
        await using var stream = await StreamClient.OpenAsync(helper.Http, $"/api/events/{id}/stream");

        await Expect.SuccessAsync(await server.Organizer.DeleteAsync($"/api/events/{id}/scorer-links/{made.Text("id")}"));

        Assert.Equal("session_ended", (await stream.UntilAsync(item => item.Type == "bye")).Data.Text("code"));
        await OutAsync(helper, made, id, "session_ended");
        Assert.Empty((await server.Organizer.GetAsync($"/api/events/{id}/claims")).Items());
        Assert.Empty((await server.Organizer.GetAsync($"/api/events/{id}/scorer-links")).Items());
        await Expect.ProblemAsync(await server.Organizer.DeleteAsync($"/api/events/{id}/scorer-links/{made.Text("id")}"), 404, "scorer_link_not_found");
    }

    [Fact]
    public async Task A_link_ends_at_its_time_for_those_too_who_are_in_by_it()
    {
        var id = await server.EventAsync(visibility: "members");
        var made = await server.Organizer.MakeLinkAsync(id, new { courtId = 1, expiresAt = server.Time.GetUtcNow().AddMinutes(10) });
        var helper = await server.Server.HelperAsync(made);
        await helper.ClaimAsync(id, 1);
        server.Time.Advance(TimeSpan.FromMinutes(9));
        await Expect.SuccessAsync(await helper.ScoreAsync(id, 1, 1, 0));

        server.Time.Advance(TimeSpan.FromMinutes(1));

        await OutAsync(helper, made, id, "token_expired");
        Assert.Empty((await server.Organizer.GetAsync($"/api/events/{id}/scorer-links")).Items());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_ends_when_its_maker_is_no_organizer_any_more(bool removed)
    {
        var id = await server.EventAsync(visibility: "members");
        var former = await server.Server.RegisterAsync("Fay Former");
        await server.Admin.AddMemberAsync(id, former.Id, "organizer");
        var (made, kept) = (await former.MakeLinkAsync(id, new { courtId = 1 }), await server.Organizer.MakeLinkAsync(id, new { courtId = 1 }));
        var (helper, other) = (await server.Server.HelperAsync(made), await server.Server.HelperAsync(kept));
        await helper.ClaimAsync(id, 1);

        await Expect.SuccessAsync(removed
            ? await server.Admin.DeleteAsync($"/api/events/{id}/members/{former.Id}")
            : await server.Admin.PutAsync($"/api/events/{id}/members/{former.Id}", new { role = "media" }));

        await OutAsync(helper, made, id, "session_ended");
        await other.ClaimAsync(id, 1);
        Assert.Equal([kept.Text("id")], (await server.Organizer.GetAsync($"/api/events/{id}/scorer-links")).Items().Select(link => link.Text("id")));
    }

    [Fact]
    public async Task A_helper_of_a_removed_event_reads_nothing_of_a_later_one_with_its_id()
    {
        var id = await server.EventAsync();
        var made = await server.Organizer.MakeLinkAsync(id, new { courtId = 1 });
        var helper = await server.Server.HelperAsync(made);

        await Expect.SuccessAsync(await server.Organizer.DeleteAsync($"/api/events/{id}"));
        await server.Admin.CreateEventAsync(id, visibility: "members");

        await OutAsync(helper, made, id, "session_ended");
    }

    [Fact]
    public async Task A_session_of_a_helper_is_renewed_until_the_link_ends_and_no_longer()
    {
        var id = await server.EventAsync();
        var made = await server.Organizer.MakeLinkAsync(id, new { courtId = 1, expiresAt = server.Time.GetUtcNow().AddMinutes(10) });
        var session = await Expect.SuccessAsync(await server.Nobody.UseAsync(made));
        Assert.InRange(session.Number("expiresIn"), 590, 600);

        server.Time.Advance(TimeSpan.FromMinutes(5));
        session = await Expect.SuccessAsync(await server.Server.RefreshAsync(session.Text("refreshToken")!));

        Assert.InRange(session.Number("expiresIn"), 290, 300);
        await FromSession(server.Server, session).ClaimAsync(id, 2);
    }

    [Fact]
    public async Task Neither_the_log_nor_an_error_has_a_secret()
    {
        var logs = new FakeLogCollector();
        await using var talkative = await LiveFeedServer.StartAsync("/Logging:LogLevel:Default=Trace");
        talkative.Services.GetRequiredService<ILoggerFactory>().AddProvider(new FakeLoggerProvider(logs));
        var admin = await talkative.AdminAsync();
        await admin.CreateEventAsync("cup");
        var made = await admin.MakeLinkAsync("cup", new { courtId = 1 });
        await Expect.SuccessAsync(await talkative.Http.PreviewAsync(made));
        var helper = await talkative.HelperAsync(made);
        var rejected = await (await talkative.Http.UseAsync(made, "")).Content.ReadAsStringAsync();
        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/scorer-links/{made.Text("id")}"));
        var gone = await (await talkative.Http.UseAsync(made)).Content.ReadAsStringAsync();

        Assert.NotEmpty(logs.GetSnapshot());
        Assert.DoesNotContain(logs.GetSnapshot(), record => record.Message.Contains(SecretOf(made), StringComparison.Ordinal)
            || record.StructuredState?.Any(pair => pair.Value?.Contains(SecretOf(made), StringComparison.Ordinal) == true) == true);
        Assert.DoesNotContain(SecretOf(made), rejected + gone, StringComparison.Ordinal);
        Assert.NotEmpty(helper.Id);
    }

    private async Task OutAsync(ApiUser helper, JsonElement made, string id, string code)
    {
        await Expect.ProblemAsync(await helper.Http.GetAsync($"/api/events/{id}"), 401, code);
        await Expect.ProblemAsync(await helper.ScoreAsync(id, 1, 5, 5), 401, code);
        await Expect.ProblemAsync(await server.Server.RefreshAsync(helper.RefreshToken), 401, "invalid_refresh_token");
        await Expect.ProblemAsync(await server.Nobody.UseAsync(made), 404, "scorer_link_not_found");
        await Expect.ProblemAsync(await server.Nobody.PreviewAsync(made), 404, "scorer_link_not_found");
    }
}
