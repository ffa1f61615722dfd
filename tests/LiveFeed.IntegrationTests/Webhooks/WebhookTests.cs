using System.Text.Json;
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
        var admin = await EventAsync(server);
        var before = (await admin.GetAsync("/api/events/cup/feed")).Text("cursor");
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);

        await ScoreAsync(admin, 1, 12);
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
        var admin = await EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url, "event-update");

        await ScoreAsync(admin, 1, 3);
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Renamed" }));

        await WebhookServer.InStateAsync(admin, made, webhook => webhook.Number("lag") == 0);
        Assert.Equal(["Renamed"], receiver.Accepted.SelectMany(one => one.Body.GetProperty("entries").EnumerateArray()).Select(entry => entry.Text("name")));
    }

    [Fact]
    public async Task What_has_failed_is_sent_again_as_the_same_message_before_what_follows()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync(WebhookServer.Settings);
        var admin = await EventAsync(server);
        receiver.Respond = _ => receiver.All.Count < 3 ? 503 : 200;
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);

        await ScoreAsync(admin, 1, 1);
        await Eventually.TrueAsync(() => Task.FromResult(receiver.All.Count > 0));
        await ScoreAsync(admin, 2, 4);
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
    public async Task A_webhook_that_fails_for_long_is_paused_and_goes_on_where_it_was_once_resumed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync([.. WebhookServer.Settings, "Webhooks:GiveUpAfter=00:00:01"]);
        var admin = await EventAsync(server);
        receiver.Respond = _ => 500;
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        await ScoreAsync(admin, 1, 3);

        var paused = await WebhookServer.InStateAsync(admin, made, webhook => webhook.Text("state") == "paused");
        Assert.Equal(("failing", 3), (paused.Text("reason"), paused.Number("lag")));
        Assert.Empty(receiver.Sequences);
        receiver.Respond = _ => 200;
        await WebhookServer.ChangeAsync(admin, made, new { paused = false });

        var webhook = await WebhookServer.InStateAsync(admin, made, webhook => webhook.Number("lag") == 0);
        Assert.Equal("active", webhook.Text("state"));
        Assert.Equal(Enumerable.Range(0, 3).Select(i => receiver.Sequences[0] + i), receiver.Sequences);
    }

    [Fact]
    public async Task A_paused_webhook_gets_nothing_and_then_what_it_has_missed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var witness = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync(WebhookServer.Settings);
        var admin = await EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        await WebhookServer.CreateAsync(admin, "cup", witness.Url);
        var paused = await WebhookServer.ChangeAsync(admin, made, new { paused = true });

        await ScoreAsync(admin, 1, 3);
        // What was published meanwhile is on its way to the others, and not to this one.
        await Eventually.TrueAsync(() => Task.FromResult(witness.Sequences.Count >= 3));
        Assert.Equal(("paused", "organizer"), (paused.Text("state"), paused.Text("reason")));
        Assert.Empty(receiver.All);
        await WebhookServer.ChangeAsync(admin, made, new { paused = false });

        await Eventually.TrueAsync(() => Task.FromResult(receiver.Sequences.Count >= 3));
        Assert.Equal(witness.Sequences, receiver.Sequences);
    }

    [Fact]
    public async Task The_status_410_ends_a_webhook_at_once()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync(WebhookServer.Settings);
        var admin = await EventAsync(server);
        receiver.Respond = _ => 410;
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);

        await ScoreAsync(admin, 1, 1);

        var ended = await WebhookServer.InStateAsync(admin, made, webhook => webhook.Text("state") == "ended");
        Assert.Equal("gone", ended.Text("reason"));
        Assert.Single(receiver.All);
        // Without a webhook to deliver to there is no work, and no job that would be renewed.
        await Eventually.TrueAsync(async () => await TestDatabase.CountAsync(server.DataDirectory, "SELECT count(*) FROM jobs WHERE kind = 'webhooks'") == 0);
    }

    [Fact]
    public async Task An_archived_event_is_delivered_to_its_end_and_then_ends_its_webhooks()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync(WebhookServer.Settings);
        var admin = await EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        await ScoreAsync(admin, 1, 2);
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));

        var ended = await WebhookServer.InStateAsync(admin, made, webhook => webhook.Text("state") == "ended");

        Assert.Equal(("eventArchived", 0), (ended.Text("reason"), ended.Number("lag")));
        Assert.True(receiver.Accepted[^1].Body.GetProperty("entries").EnumerateArray().Last().GetProperty("archived").GetBoolean());
        await Expect.ProblemAsync(await admin.PatchAsync($"/api/events/cup/webhooks/{made.Text("id")}", new { paused = false }), 409, "event_archived");
    }

    [Fact]
    public async Task A_deleted_event_takes_its_webhooks_along()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync(WebhookServer.Settings);
        var admin = await EventAsync(server);
        await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        await ScoreAsync(admin, 1, 1);
        await Eventually.TrueAsync(() => Task.FromResult(receiver.Sequences.Count > 0));

        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup"));

        Assert.Equal(0, await TestDatabase.CountAsync(server.DataDirectory, "SELECT count(*) FROM webhooks"));
        await Eventually.TrueAsync(async () => await TestDatabase.CountAsync(server.DataDirectory, "SELECT count(*) FROM jobs WHERE kind = 'webhooks'") == 0);
        Assert.Empty(server.Failures);
    }

    [Fact]
    public async Task After_a_rotation_both_secrets_sign_until_the_overlap_is_over()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync(WebhookServer.Settings);
        var admin = await EventAsync(server);
        var own = "whsec_" + Convert.ToBase64String(Enumerable.Range(0, 24).Select(i => (byte)i).ToArray());
        var made = await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/webhooks", new { url = receiver.Url, secret = own }));
        Assert.Equal(own, made.Text("secret"));

        var rotated = await WebhookServer.ChangeAsync(admin, made, new { rotateSecret = true });
        await TestAsync(admin, made);

        var fresh = rotated.Text("secret")!;
        Assert.NotEqual(own, fresh);
        Assert.Equal((1, 1, 2), (receiver.All[^1].SignedBy(own), receiver.All[^1].SignedBy(fresh), receiver.All[^1].Signature.Split(' ').Length));
        Assert.InRange(rotated.When("previousSecretUntil") - rotated.When("createdAt"), TimeSpan.FromHours(23.9), TimeSpan.FromHours(24.1));
        await using (var db = server.Services.GetRequiredService<ILiveFeedContextFactory>().Create())
            await db.Webhooks.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.PreviousSecretUntil, DateTimeOffset.UnixEpoch));
        await TestAsync(admin, made);
        Assert.Equal((0, 1), (receiver.All[^1].SignedBy(own), receiver.All[^1].SignedBy(fresh)));
    }

    [Theory]
    [InlineData(false, "too-far-behind")]
    [InlineData(true, "other-epoch")]
    public async Task Behind_the_retention_comes_a_snapshot_with_its_reason_and_then_the_entries(bool forgets, string reset)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync([.. WebhookServer.Settings, "Feed:MemoryEntries=16"]);
        var admin = await EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        await WebhookServer.ChangeAsync(admin, made, new { paused = true });
        await ScoreAsync(admin, 1, 30);
        await using (var scope = server.Services.CreateAsyncScope())
        {
            var head = await TestDatabase.CountAsync(server.DataDirectory, "SELECT sequence FROM feed_heads");
            Assert.Equal(head, (await scope.ServiceProvider.GetRequiredService<IMediator>().SendAsync(new CutFeed(EventId.From("cup"), head, Archived: false, forgets))).Value!.CutTo);
        }

        await WebhookServer.ChangeAsync(admin, made, new { paused = false });
        await Eventually.TrueAsync(() => Task.FromResult(receiver.Accepted.Count > 0));
        await ScoreAsync(admin, 1, 32, from: 31);
        await Eventually.TrueAsync(() => Task.FromResult(receiver.Sequences.Count >= 2));

        Assert.Equal(("snapshot", reset), (receiver.Accepted[0].Body.Text("type"), receiver.Accepted[0].Body.Text("reset")));
        Assert.Contains(receiver.Accepted[0].Body.GetProperty("entries").EnumerateArray(), entry => entry.Text("type") == "score-update");
        Assert.Single(receiver.Accepted, one => one.Body.Text("type") == "snapshot");
        Assert.Equal(1, receiver.Accepted[0].SignedBy(made.Text("secret")!));
    }

    [Fact]
    public async Task A_test_says_how_it_went_and_a_redirect_is_not_followed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync(WebhookServer.Settings);
        var admin = await EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);

        var good = await TestAsync(admin, made);
        receiver.Respond = _ => 307;
        var moved = await TestAsync(admin, made);

        Assert.Equal(("ping", 204), (good.Text("type"), good.Number("status")));
        Assert.Null(good.Text("error"));
        Assert.Equal("Status 307: redirects are not followed. Give the address that it leads to.", moved.Text("error"));
        Assert.Equal(["ping", "ping"], receiver.All.Select(one => one.Body.Text("type")));
        Assert.Equal(2, (await admin.GetAsync($"/api/events/cup/webhooks/{made.Text("id")}/deliveries")).Number("total"));
    }

    [Fact]
    public async Task An_inner_address_a_closed_port_and_an_unknown_name_are_told_apart_by_nobody()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync([.. WebhookServer.Settings.Where(setting => !setting.StartsWith("Outbound", StringComparison.Ordinal))]);
        var admin = await EventAsync(server);
        var port = new Uri(receiver.Url).Port;
        var errors = new List<string?>();
        foreach (var url in new[] { receiver.Url, $"http://localhost:{port}/", "http://127.0.0.1:1025/", $"http://[::ffff:127.0.0.1]:{port}/", "http://name.invalid/" })
            errors.Add((await TestAsync(admin, await WebhookServer.CreateAsync(admin, "cup", url))).Text("error"));

        Assert.Equal(["The address can't be reached. It has to be a public one, at which a server responds."], errors.Distinct());
        Assert.Empty(receiver.All);
    }

    [Fact]
    public async Task A_webhook_that_can_not_be_is_rejected_by_name()
    {
        await using var server = await LiveFeedServer.StartAsync("Webhooks:MaxPerEvent=1");
        var admin = await EventAsync(server);
        foreach (var (body, place) in new (object, string)[]
        {
            (new { url = "http://receiver.example.org/" }, "url"), (new { url = "ftp://receiver.example.org/" }, "url"), (new { url = "receiver" }, "url"),
            (new { url = "https://jo:secret@receiver.example.org/" }, "url"), (new { url = "https://receiver.example.org/#here" }, "url"),
            (new { url = "https://receiver.example.org/", types = new[] { "goal" } }, "types"), (new { url = "https://receiver.example.org/", types = Array.Empty<string>() }, "types"),
            (new { url = "https://receiver.example.org/", secret = "whsec_c2hvcnQ=" }, "secret"), (new { url = "https://receiver.example.org/", secret = "none" }, "secret"),
        })
            Assert.Equal([place], (await Expect.ProblemAsync(await admin.PostAsync("/api/events/cup/webhooks", body), 400, "invalid_request")).Positions());

        var made = await WebhookServer.CreateAsync(admin, "cup", "https://receiver.invalid/");
        await Expect.ProblemAsync(await admin.PostAsync("/api/events/cup/webhooks", new { url = "https://receiver.invalid/" }), 400, "invalid_request");
        Assert.StartsWith("whsec_", made.Text("secret"), StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(made.Text("secret")!["whsec_".Length..]).Length);
        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/webhooks/{made.Text("id")}"));
        await Expect.ProblemAsync(await admin.DeleteAsync($"/api/events/cup/webhooks/{made.Text("id")}"), 404, "webhook_not_found");
    }

    [Fact]
    public async Task Only_the_newest_deliveries_are_kept()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync([.. WebhookServer.Settings, "Webhooks:MaxDeliveries=5", "Webhooks:MaxBatch=1"]);
        var admin = await EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);

        await ScoreAsync(admin, 1, 120);
        await WebhookServer.InStateAsync(admin, made, webhook => webhook.Number("lag") == 0);
        await ScoreAsync(admin, 1, 180, from: 121);
        await WebhookServer.InStateAsync(admin, made, webhook => webhook.Number("lag") == 0);

        // The oldest are removed from time to time, and not at each delivery.
        Assert.InRange((await admin.GetAsync($"/api/events/cup/webhooks/{made.Text("id")}/deliveries")).Number("total"), 5, 130);
        Assert.Equal(180, receiver.Accepted.Count);
    }

    [Fact]
    public async Task Old_deliveries_are_removed_by_the_retention()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync([.. WebhookServer.Settings, "Retention:FirstAfter=00:00:00", "Retention:Every=00:00:01", "Retention:WebhookDeliveries=1.00:00:00"]);
        var admin = await EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        await TestAsync(admin, made);
        await using (var db = server.Services.GetRequiredService<ILiveFeedContextFactory>().Create())
            await db.WebhookDeliveries.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.SentAt, DateTimeOffset.UnixEpoch));
        await TestAsync(admin, made);

        await Eventually.TrueAsync(async () => (await admin.GetAsync($"/api/events/cup/webhooks/{made.Text("id")}/deliveries")).Number("total") == 1);
    }

    [Fact]
    public async Task The_job_of_webhooks_takes_no_place_of_other_jobs()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync([.. WebhookServer.Settings, "Jobs:MaxAtOnce=1", "Retention:FirstAfter=00:00:00", "Retention:Every=00:00:01"]);
        var admin = await EventAsync(server);
        await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        await ScoreAsync(admin, 1, 1);
        await Eventually.TrueAsync(() => Task.FromResult(receiver.Sequences.Count > 0));
        Task<long> DoneAsync() => TestDatabase.CountAsync(server.DataDirectory, "SELECT fence FROM jobs WHERE id = 'retention'");
        var before = await DoneAsync();

        await Eventually.TrueAsync(async () => await DoneAsync() > before + 1);
    }

    private static async Task<ApiUser> EventAsync(LiveFeedServer server)
    {
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        await admin.ClaimAsync("cup", 2);
        return admin;
    }

    /// <summary>Posts scores of a match, one entry each.</summary>
    private static async Task ScoreAsync(ApiUser admin, int match, int to, int from = 1)
    {
        for (var points = from; points <= to; points++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", match, points, 0));
    }

    private static async Task<JsonElement> TestAsync(ApiUser admin, JsonElement made) =>
        await Expect.SuccessAsync(await admin.PostAsync($"/api/events/cup/webhooks/{made.Text("id")}/test"));
}
