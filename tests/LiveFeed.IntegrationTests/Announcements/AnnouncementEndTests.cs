using LiveFeed.Domain;
using LiveFeed.Domain.Announcements;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Jobs;
using LiveFeed.IntegrationTests.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Announcements;

/// <summary>An announcement ends once, whichever instances are there to end it.</summary>
public sealed class AnnouncementEndTests
{
    [Fact]
    public async Task Another_instance_ends_it_if_the_first_one_died_with_the_job_and_the_dead_one_can_not_end_it_again()
    {
        // It makes the announcement and leaves jobs to others.
        await using var server = await LiveFeedServer.StartAsync("Jobs:PollEvery=00:01:00", "Jobs:Lease=00:05:00");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 1);
        var made = await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/announcements", new { text = "Rain", until = TimeProvider.System.GetUtcNow().AddSeconds(2) }));
        var (id, key) = (made.Text("id")!, $"announcement/{made.Text("id")}");
        await using var scope = server.Services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        JobLease? dead = null;
        await Eventually.TrueAsync(async () => (dead = (await mediator.SendAsync(new TakeJob($"announcement-end/{id}", "dead", TimeSpan.FromSeconds(1)))).Value) is not null);
        Assert.Single(await server.Http.EntriesAsync("cup"), entry => entry.Text("key") == key);

        await using var other = await LiveFeedServer.OverAsync(server.DataDirectory);

        await Eventually.TrueAsync(async () => (await other.Http.EntriesAsync("cup")).All(entry => entry.Text("key") != key));
        Assert.NotNull((await mediator.SendAsync(new EndAnnouncement(dead!, EventId.From("cup"), id))).Error);
        var log = (await Feed.LogProbe.ReadAsync(other.Http, "cup")).Entries.OrderBy(entry => entry.Key).Select(entry => entry.Value).Where(entry => entry.Text("key") == key).ToList();
        Assert.Equal([false, true], log.Select(entry => entry.IsRemoved()));
    }
}
