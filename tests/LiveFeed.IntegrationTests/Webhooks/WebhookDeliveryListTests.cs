using LiveFeed.Infrastructure.Persistence;
using LiveFeed.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Webhooks;

/// <summary>What organizers see of deliveries, and of tests.</summary>
public sealed class WebhookDeliveryListTests
{
    [Fact]
    public async Task A_test_says_how_it_went_and_a_redirect_is_not_followed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync(WebhookServer.Settings);
        var admin = await WebhookServer.EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);

        var good = await WebhookServer.TestAsync(admin, made);
        receiver.Respond = _ => 307;
        var moved = await WebhookServer.TestAsync(admin, made);

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
        var admin = await WebhookServer.EventAsync(server);
        var port = new Uri(receiver.Url).Port;
        var errors = new List<string?>();
        foreach (var url in new[] { receiver.Url, $"http://localhost:{port}/", "http://127.0.0.1:1025/", $"http://[::ffff:127.0.0.1]:{port}/", "http://name.invalid/" })
            errors.Add((await WebhookServer.TestAsync(admin, await WebhookServer.CreateAsync(admin, "cup", url))).Text("error"));

        Assert.Equal(["The address can't be reached. It has to be a public one, at which a server responds."], errors.Distinct());
        Assert.Empty(receiver.All);
    }

    [Fact]
    public async Task Only_the_newest_deliveries_are_kept()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync([.. WebhookServer.Settings, "Webhooks:MaxDeliveries=5", "Webhooks:MaxBatch=1"]);
        var admin = await WebhookServer.EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);

        await WebhookServer.ScoreAsync(admin, 1, 120);
        await WebhookServer.InStateAsync(admin, made, webhook => webhook.Number("lag") == 0);
        await WebhookServer.ScoreAsync(admin, 1, 180, from: 121);
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
        var admin = await WebhookServer.EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        await WebhookServer.TestAsync(admin, made);
        await using (var db = server.Services.GetRequiredService<ILiveFeedContextFactory>().Create())
            await db.WebhookDeliveries.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.SentAt, DateTimeOffset.UnixEpoch));
        await WebhookServer.TestAsync(admin, made);

        await Eventually.TrueAsync(async () => (await admin.GetAsync($"/api/events/cup/webhooks/{made.Text("id")}/deliveries")).Number("total") == 1);
    }

    [Fact]
    public async Task Of_a_paused_webhook_too_only_the_newest_deliveries_are_kept()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartAsync([.. WebhookServer.Settings, "Webhooks:MaxDeliveries=2"]);
        var admin = await WebhookServer.EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        await WebhookServer.ChangeAsync(admin, made, new { paused = true });
        for (var i = 0; i < 4; i++)
            await WebhookServer.TestAsync(admin, made);
        Assert.Equal(2, (await admin.GetAsync($"/api/events/cup/webhooks/{made.Text("id")}/deliveries")).Number("total"));
    }

    /// <summary>PostgreSQL takes no half of a character.</summary>
    [PostgresFact]
    public async Task A_receiver_may_say_anything_and_stops_nobody()
    {
        await using var rude = await WebhookReceiver.StartAsync();
        await using var other = await WebhookReceiver.StartAsync();
        await using var server = await LiveFeedServer.StartOnPostgresAsync(WebhookServer.Settings);
        var admin = await WebhookServer.EventAsync(server);
        var made = await WebhookServer.CreateAsync(admin, "cup", rude.Url);
        await WebhookServer.CreateAsync(admin, "cup", other.Url);
        rude.Respond = _ => 500;
        foreach (var words in new[] { "", "a" })
        {
            rude.Words = words + string.Concat(Enumerable.Repeat("🏐", 500)) + "\0\u202e";
            Assert.StartsWith("Status 500.", (await WebhookServer.TestAsync(admin, made)).Text("error"), StringComparison.Ordinal);
        }

        await WebhookServer.ScoreAsync(admin, 1, 3);
        await Eventually.TrueAsync(() => Task.FromResult(other.Sequences.Count >= 3));
        await WebhookServer.InStateAsync(admin, made, webhook => webhook.Text("lastError") is not null);
    }
}
