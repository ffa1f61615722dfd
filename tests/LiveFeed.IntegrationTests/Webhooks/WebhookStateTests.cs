using LiveFeed.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.IntegrationTests.Webhooks;

/// <summary>When a webhook is paused, when it ends, and how it goes on.</summary>
public sealed class WebhookStateTests
{
    [Fact]
    public async Task A_webhook_that_fails_for_long_is_paused_and_goes_on_where_it_was_once_resumed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync([.. WebhookServer.Settings, "Webhooks:GiveUpAfter=00:00:01"]);
        var admin = await WebhookServer.EventAsync(server);
        receiver.Respond = _ => 500;
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        await WebhookServer.ScoreAsync(admin, 1, 3);

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
        var admin = await WebhookServer.EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        await WebhookServer.CreateAsync(admin, "cup", witness.Url);
        var paused = await WebhookServer.ChangeAsync(admin, made, new { paused = true });

        await WebhookServer.ScoreAsync(admin, 1, 3);
        // What was published meanwhile is on its way to the others, and not to this one.
        await Eventually.TrueAsync(() => Task.FromResult(witness.Sequences.Count >= 3));
        Assert.Equal(("paused", "organizer"), (paused.Text("state"), paused.Text("reason")));
        Assert.Empty(receiver.All);
        await WebhookServer.ChangeAsync(admin, made, new { paused = false });

        await Eventually.TrueAsync(() => Task.FromResult(receiver.Sequences.Count >= 3));
        Assert.Equal(witness.Sequences, receiver.Sequences);
    }

    /// <summary>Else it would wait longer and longer after each fault in its life.</summary>
    [Fact]
    public async Task The_job_of_webhooks_succeeds_once_an_hour()
    {
        var time = TestTime.Create();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync(time, null, [.. WebhookServer.Settings, "Jobs:Lease=00:10:00", "Jwt:AccessLifetime=1.00:00:00", "Claims:Lease=04:00:00"]);
        var admin = await WebhookServer.EventAsync(server);
        await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        var begun = time.GetUtcNow();
        async Task UntilAsync(Func<Task<bool>> condition) => await Eventually.TrueAsync(async () =>
        {
            time.Advance(TimeSpan.FromSeconds(10));
            return await condition();
        });
        async Task<bool> IsAsync(string state) => await TestDatabase.CountAsync(server.DataDirectory, $"SELECT count(*) FROM jobs WHERE kind = 'webhooks' AND {state}") == 1;

        await UntilAsync(() => IsAsync("fence > 0"));
        await TestDatabase.ExecuteAsync(server.DataDirectory, "UPDATE jobs SET attempts = 9 WHERE kind = 'webhooks'");
        await UntilAsync(() => IsAsync("attempts < 2"));
        Assert.InRange(time.GetUtcNow() - begun, TimeSpan.FromHours(1), TimeSpan.FromHours(20));
        await WebhookServer.ScoreAsync(admin, 1, 1);
        await UntilAsync(() => Task.FromResult(receiver.Sequences.Count > 0));
    }

    [Fact]
    public async Task The_status_410_ends_a_webhook_at_once()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync(WebhookServer.Settings);
        var admin = await WebhookServer.EventAsync(server);
        receiver.Respond = _ => 410;
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);

        await WebhookServer.ScoreAsync(admin, 1, 1);

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
        var admin = await WebhookServer.EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        await WebhookServer.ScoreAsync(admin, 1, 2);
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
        var admin = await WebhookServer.EventAsync(server);
        await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        await WebhookServer.ScoreAsync(admin, 1, 1);
        await Eventually.TrueAsync(() => Task.FromResult(receiver.Sequences.Count > 0));

        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup"));

        Assert.Equal(0, await TestDatabase.CountAsync(server.DataDirectory, "SELECT count(*) FROM webhooks"));
        await Eventually.TrueAsync(async () => await TestDatabase.CountAsync(server.DataDirectory, "SELECT count(*) FROM jobs WHERE kind = 'webhooks'") == 0);
        Assert.Empty(server.Failures);
    }
}
