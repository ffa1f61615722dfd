using System.Text.Json;
using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Privacy;
using LiveFeed.Domain.Teams;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Privacy;

/// <summary>What people get of what is stored of them.</summary>
public sealed class OwnDataTests
{
    [Fact]
    public async Task An_export_has_everything_of_the_user_and_no_secrets()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var (admin, user) = await BusyUser.CreateAsync(server);
        using var response = await user.Http.GetAsync("/api/me/export");
        Assert.Equal(("attachment", $"livefeed-{user.Id}.json"), (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("no-store", response.Header("Cache-Control"));
        var text = await response.Content.ReadAsStringAsync();
        var data = JsonDocument.Parse(text).RootElement;

        Assert.Equal((user.Id, user.Email, BusyUser.Name), (data.GetProperty("account").Text("id"), data.GetProperty("account").Text("email"), data.GetProperty("account").Text("displayName")));
        Assert.Equal(
            typeof(OwnDataView).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
            data.EnumerateObject().Select(member => member.Name));
        Assert.All(data.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array), list => Assert.True(list.Value.GetArrayLength() > 0, $"{list.Name} is empty."));
        Assert.Equal((2, 1), (
            data.GetProperty("messages").EnumerateArray().Count(message => message.TextOrNull("text") == "A secret"),
            data.GetProperty("messages").EnumerateArray().Count(message => message.TextOrNull("deletedAt") is not null)));
        Assert.Equal([7], data.GetProperty("scores").EnumerateArray().Select(score => score.GetProperty("sets")[0].Number("team1")));
        foreach (var secret in new[] { user.RefreshToken, "passwordHash", "hash", "whsec_", "\"secret\"" })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);

        // Nothing of it is anybody else's.
        Assert.DoesNotContain(BusyUser.Name, await (await admin.Http.GetAsync("/api/me/export")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Expect.ProblemAsync(await server.Http.GetAsync("/api/me/export"), 401, "token_required");
    }

    [Fact]
    public async Task An_export_of_many_pages_has_every_item_once()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        const int Count = 1_234;
        await using (var db = server.Services.GetRequiredService<ILiveFeedContextFactory>().Create())
        {
            var actor = new Actor(UserId.From(admin.Id), "Admin", true);
            db.Messages.AddRange(Enumerable.Range(1, Count).Select(i => Message.Post(EventId.From("cup"), 1, actor, $"Message {i}", null, TimeProvider.System.GetUtcNow())));
            await db.SaveChangesAsync();
        }

        var texts = (await admin.GetAsync("/api/me/export")).GetProperty("messages").EnumerateArray().Select(message => message.Text("text")!).ToList();
        Assert.Equal(Enumerable.Range(1, Count).Select(i => $"Message {i}").Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
    }
}
