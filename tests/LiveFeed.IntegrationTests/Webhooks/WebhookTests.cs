using LiveFeed.Domain;
using LiveFeed.Domain.Feed;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.IntegrationTests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using EventId = LiveFeed.Domain.Events.EventId;

namespace LiveFeed.IntegrationTests.Webhooks;

public sealed class WebhookTests
{
    [Fact]
    public async Task Every_entry_arrives_in_order_signed_and_as_readers_of_the_feed_get_it()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync(WebhookServer.Settings);
        var admin = await WebhookServer.EventAsync(server);
        var before = (await admin.GetAsync("/api/events/cup/feed")).Text("cursor");
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);

        await WebhookServer.ScoreAsync(admin, 1, 12);
        var feed = await admin.GetAsync($"/api/events/cup/feed?after={before}");
        await Eventually.TrueAsync(() => Task.FromResult(receiver.Sequences.Count >= 12));

        Assert.Equal(Enumerable.Range(0, 12).Select(i => receiver.Sequences[0] + i), receiver.Sequences);
        Assert.Equal(
            feed.GetProperty("entries").EnumerateArray().Select(entry => entry.GetRawText()),
            receiver.Accepted.SelectMany(one => one.Body.GetProperty("entries").EnumerateArray()).Select(entry => entry.GetRawText()));
        Assert.All(receiver.Accepted, one => Assert.Equal((1, "cup", "entries"), (one.SignedBy(made.Text("secret")!), one.Body.Text("eventId"), one.Body.Text("type"))));
        var webhook = await WebhookServer.InStateAsync(admin, made, webhook => webhook.Number("lag") == 0);
        Assert.Equal(("active", feed.Text("cursor"), 0), (webhook.Text("state"), webhook.Text("cursor"), webhook.Number("failures")));
        Assert.Null(webhook.TextOrNull("secret"));
        var deliveries = (await admin.GetAsync($"/api/events/cup/webhooks/{made.Text("id")}/deliveries")).Items().ToList();
        Assert.Equal(receiver.Accepted.Select(one => one.Id).Reverse(), deliveries.Select(delivery => delivery.Text("messageId")));
        Assert.All(deliveries, delivery => Assert.Equal(204, delivery.Number("status")));
    }

    [Fact]
    public async Task Only_the_types_that_were_asked_for_arrive()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync(WebhookServer.Settings);
        var admin = await WebhookServer.EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url, "event-update");

        await WebhookServer.ScoreAsync(admin, 1, 3);
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Renamed" }));

        await WebhookServer.InStateAsync(admin, made, webhook => webhook.Number("lag") == 0);
        Assert.Equal(["Renamed"], receiver.Accepted.SelectMany(one => one.Body.GetProperty("entries").EnumerateArray()).Select(entry => entry.Text("name")));
    }

    [Fact]
    public async Task What_has_failed_is_sent_again_as_the_same_message_before_what_follows()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync(WebhookServer.Settings);
        var admin = await WebhookServer.EventAsync(server);
        receiver.Respond = _ => receiver.All.Count < 3 ? 503 : 200;
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);

        await WebhookServer.ScoreAsync(admin, 1, 1);
        await Eventually.TrueAsync(() => Task.FromResult(receiver.All.Count > 0));
        await WebhookServer.ScoreAsync(admin, 2, 4);
        await Eventually.TrueAsync(() => Task.FromResult(receiver.Sequences.Count >= 5));

        Assert.Single(receiver.All.Take(4).Select(one => (one.Id, Convert.ToHexString(one.Bytes))).Distinct());
        Assert.Equal(Enumerable.Range(0, 5).Select(i => receiver.Sequences[0] + i), receiver.Sequences);
        var webhook = await WebhookServer.InStateAsync(admin, made, webhook => webhook.Number("lag") == 0);
        Assert.Equal("Status 503. Out of order.Try later.", webhook.Text("lastError"));
        Assert.Equal(0, webhook.Number("failures"));
        var attempts = (await admin.GetAsync($"/api/events/cup/webhooks/{made.Text("id")}/deliveries")).Items().Reverse().Take(4).Select(delivery => (delivery.Number("attempt"), delivery.Number("status")));
        Assert.Equal([(1, 503), (2, 503), (3, 503), (4, 200)], attempts);
    }

    [Fact]
    public async Task After_a_rotation_both_secrets_sign_until_the_overlap_is_over()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync(WebhookServer.Settings);
        var admin = await WebhookServer.EventAsync(server);
        var own = "whsec_" + Convert.ToBase64String(Enumerable.Range(0, 24).Select(i => (byte)i).ToArray());
        var made = await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/webhooks", new { url = receiver.Url, secret = own }));
        Assert.Equal(own, made.Text("secret"));

        var rotated = await WebhookServer.ChangeAsync(admin, made, new { rotateSecret = true });
        await WebhookServer.TestAsync(admin, made);

        var fresh = rotated.Text("secret")!;
        Assert.NotEqual(own, fresh);
        Assert.Equal((1, 1, 2), (receiver.All[^1].SignedBy(own), receiver.All[^1].SignedBy(fresh), receiver.All[^1].Signature.Split(' ').Length));
        Assert.InRange(rotated.When("previousSecretUntil") - rotated.When("createdAt"), TimeSpan.FromHours(23.9), TimeSpan.FromHours(24.1));
        await using (var db = server.Services.GetRequiredService<ILiveFeedContextFactory>().Create())
            await db.Webhooks.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.PreviousSecretUntil, DateTimeOffset.UnixEpoch));
        await WebhookServer.TestAsync(admin, made);
        Assert.Equal((0, 1), (receiver.All[^1].SignedBy(own), receiver.All[^1].SignedBy(fresh)));
    }

    [Theory]
    [InlineData(false, "too-far-behind")]
    [InlineData(true, "other-epoch")]
    public async Task Behind_the_retention_comes_a_snapshot_with_its_reason_and_then_the_entries(bool forgets, string reset)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync([.. WebhookServer.Settings, "Feed:MemoryEntries=16"]);
        var admin = await WebhookServer.EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        await WebhookServer.ChangeAsync(admin, made, new { paused = true });
        await WebhookServer.ScoreAsync(admin, 1, 30);
        await using (var scope = server.Services.CreateAsyncScope())
        {
            var head = await TestDatabase.CountAsync(server.DataDirectory, "SELECT sequence FROM feed_heads");
            Assert.Equal(head, (await scope.ServiceProvider.GetRequiredService<IMediator>().SendAsync(new CutFeed(EventId.From("cup"), head, Archived: false, forgets))).Value!.CutTo);
        }

        await WebhookServer.ChangeAsync(admin, made, new { paused = false });
        await Eventually.TrueAsync(() => Task.FromResult(receiver.Accepted.Count > 0));
        await WebhookServer.ScoreAsync(admin, 1, 32, from: 31);
        await Eventually.TrueAsync(() => Task.FromResult(receiver.Sequences.Count >= 2));

        Assert.Equal(("snapshot", reset), (receiver.Accepted[0].Body.Text("type"), receiver.Accepted[0].Body.Text("reset")));
        Assert.Contains(receiver.Accepted[0].Body.GetProperty("entries").EnumerateArray(), entry => entry.Text("type") == "score-update");
        Assert.Single(receiver.Accepted, one => one.Body.Text("type") == "snapshot");
        Assert.Equal(1, receiver.Accepted[0].SignedBy(made.Text("secret")!));
    }

    [Fact]
    public async Task A_webhook_that_can_not_be_is_rejected_by_name()
    {
        await using var server = await LiveFeedServer.StartAsync("Webhooks:MaxPerEvent=1");
        var admin = await WebhookServer.EventAsync(server);
        foreach (var (body, place) in new (object, string)[]
        {
            (new { url = "http://receiver.example.org/" }, "url"), (new { url = "ftp://receiver.example.org/" }, "url"), (new { url = "receiver" }, "url"),
            (new { url = "https://jo:secret@receiver.example.org/" }, "url"), (new { url = "https://receiver.example.org/#here" }, "url"),
            (new { url = "https://receiver.example.org/", types = new[] { "goal" } }, "types"), (new { url = "https://receiver.example.org/", types = Array.Empty<string>() }, "types"),
            // No event's feed has it.
            (new { url = "https://receiver.example.org/", types = new[] { "message" } }, "types"),
            (new { url = "https://receiver.example.org/", secret = "whsec_c2hvcnQ=" }, "secret"), (new { url = "https://receiver.example.org/", secret = "none" }, "secret"),
        })
            Assert.Equal([place], (await Expect.ProblemAsync(await admin.PostAsync("/api/events/cup/webhooks", body), 400, "invalid_request")).Positions());

        var made = await WebhookServer.CreateAsync(admin, "cup", "https://receiver.invalid/");
        await Expect.ProblemAsync(await admin.PostAsync("/api/events/cup/webhooks", new { url = "https://receiver.invalid/" }), 409, "limit_reached");
        Assert.StartsWith("whsec_", made.Text("secret"), StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(made.Text("secret")!["whsec_".Length..]).Length);
        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/webhooks/{made.Text("id")}"));
        await Expect.ProblemAsync(await admin.DeleteAsync($"/api/events/cup/webhooks/{made.Text("id")}"), 404, "webhook_not_found");
    }

    [Fact]
    public async Task The_job_of_webhooks_takes_no_place_of_other_jobs()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync([.. WebhookServer.Settings, "Jobs:MaxAtOnce=1", "Retention:FirstAfter=00:00:00", "Retention:Every=00:00:01"]);
        var admin = await WebhookServer.EventAsync(server);
        await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        await WebhookServer.ScoreAsync(admin, 1, 1);
        await Eventually.TrueAsync(() => Task.FromResult(receiver.Sequences.Count > 0));
        Task<long> DoneAsync() => TestDatabase.CountAsync(server.DataDirectory, "SELECT fence FROM jobs WHERE id = 'retention'");
        var before = await DoneAsync();

        await Eventually.TrueAsync(async () => await DoneAsync() > before + 1);
    }
}
