using System.Globalization;

namespace LiveFeed.IntegrationTests.Webhooks;

/// <summary>One instance delivers, and another goes on when it is gone.</summary>
public sealed class WebhookTakeoverTests
{
    [PostgresFact]
    public async Task After_a_kill_9_of_the_instance_that_delivers_another_one_goes_on_and_nothing_is_missing()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        // Prepares the database, takes the scores, and leaves jobs to others.
        await using var server = await LiveFeedServer.StartOnPostgresAsync("Jobs:PollEvery=00:01:00", "Jobs:Lease=00:05:00", "Webhooks:AllowHttp=true");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        await WebhookServer.CreateAsync(admin, "cup", receiver.Url);
        var data = server.DataDirectory;
        // Progress is stored rarely: what was sent since is sent again.
        string[] settings =
        [
            .. WebhookServer.Settings, "Webhooks:SaveEvery=00:00:30", "Webhooks:MaxBatch=2",
            .. (await TestDatabase.SettingsAsync(data)).Select(setting => setting.Replace("--LiveFeed:", "", StringComparison.Ordinal)),
        ];
        async Task<string?> OwnerAsync() => await TestDatabase.ExecuteAsync(data, "SELECT owner FROM jobs WHERE id = 'webhooks' AND leased_until > now()") as string;

        using var first = await ServerProcess.StartAsync(data, settings);
        await Eventually.TrueAsync(async () => await OwnerAsync() is not null);
        var owner = await OwnerAsync();
        using var second = await ServerProcess.StartAsync(data, settings);
        for (var points = 1; points <= 20; points++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, points, 0));
        await Eventually.TrueAsync(() => Task.FromResult(receiver.Sequences.Count >= 10));
        first.Kill();
        for (var points = 21; points <= 40; points++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, points, 0));

        await Eventually.TrueAsync(async () => await OwnerAsync() is { } now && now != owner);
        var head = Convert.ToInt64(await TestDatabase.ExecuteAsync(data, "SELECT sequence FROM feed_heads"), CultureInfo.InvariantCulture);
        await Eventually.TrueAsync(() => Task.FromResult(receiver.Sequences.Contains(head)));

        var sequences = receiver.Sequences;
        Assert.Equal(Enumerable.Range(0, 40).Select(i => head - 39 + i), sequences.Distinct().Order());
        // The second one has begun again where progress was stored last, and then kept the order.
        var again = sequences.Select((sequence, i) => (sequence, i)).Where(one => one.i > 0 && one.sequence <= sequences[one.i - 1]).ToList();
        Assert.InRange(again.Count, 0, 1);
    }
}
