using System.Diagnostics;
using LiveFeed.Domain;
using LiveFeed.Domain.Jobs;
using LiveFeed.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Jobs;

/// <summary>A job is done once, whichever instances are there to do it.</summary>
public sealed class JobTests
{
    private const string Kind = "of-the-tests";

    // A server that prepares the database and leaves jobs to others.
    private static readonly string[] Idle = ["Jobs:PollEvery=00:01:00", "Jobs:Lease=00:05:00"];

    [PostgresFact]
    public async Task Of_two_instances_that_take_a_job_at_once_one_gets_it()
    {
        await using var here = await LiveFeedServer.StartOnPostgresAsync();
        await using var there = await LiveFeedServer.OverAsync(here.DataDirectory);
        for (var round = 0; round < 40; round++)
        {
            var id = $"job-{round}";
            await AddAsync(here, id);

            var taken = await Task.WhenAll(TakeAsync(here, id, TimeSpan.FromMinutes(1)), TakeAsync(there, id, TimeSpan.FromMinutes(1)));

            Assert.Single(taken, lease => lease is not null);
        }
    }

    [Fact]
    public async Task What_a_job_does_is_committed_once_though_its_first_instance_comes_back()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await AddAsync(server, "job");
        var first = (await TakeAsync(server, "job", TimeSpan.FromMilliseconds(1)))!;
        JobLease? second = null;
        await Eventually.TrueAsync(async () => (second = await TakeAsync(server, "job", TimeSpan.FromMinutes(1))) is not null);

        Assert.NotNull((await DoAsync(server, first)).Error);
        Assert.NotNull((await SendAsync(server, new RenewJob(first, TimeSpan.FromMinutes(1)))).Error);
        Assert.NotNull((await SendAsync(server, new EndJob(first, null))).Error);
        Assert.Equal(0, await EffectsAsync(server));
        Assert.Null((await DoAsync(server, second!)).Error);
        Assert.NotNull((await DoAsync(server, second!)).Error);

        Assert.Equal(1, await EffectsAsync(server));
        Assert.Equal(0, await TestDatabase.CountAsync(server.DataDirectory, "SELECT count(*) FROM jobs WHERE id = 'job'"));
    }

    [Fact]
    public async Task A_job_that_is_written_in_a_transaction_that_fails_is_not_there()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var scope = server.Services.CreateAsyncScope();
        var (work, jobs) = (scope.ServiceProvider.GetRequiredService<IUnitOfWork>(), scope.ServiceProvider.GetRequiredService<IJobStore>());

        var result = await work.ExecuteAsync(new Work(new JobLease("none", 1, 1)), () =>
        {
            jobs.Add(NewJob("job"));
            return Task.FromResult<Result<Done>>(new Error(ErrorCode.Forbidden, "It fails."));
        });

        Assert.NotNull(result.Error);
        Assert.Equal(0, await TestDatabase.CountAsync(server.DataDirectory, "SELECT count(*) FROM jobs WHERE id = 'job'"));
    }

    [Fact]
    public async Task A_job_that_fails_is_tried_again_later_and_says_why()
    {
        await using var server = await LiveFeedServer.StartAsync("Retention:FirstAfter=00:00:00", "Jobs:PollEvery=00:00:00.100", "Jobs:RetryAfter=00:00:00.500");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 1);
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        await Eventually.TrueAsync(async () => await TestDatabase.CountAsync(server.DataDirectory, "SELECT count(*) FROM jobs WHERE fence > 0 AND owner IS NULL") == 1);
        // The last entry's time can't be read.
        await using (var db = server.Services.GetRequiredService<ILiveFeedContextFactory>().Create())
            await db.FeedEntries.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Payload, "{}"u8.ToArray()));
        await TestDatabase.ExecuteAsync(server.DataDirectory, "UPDATE jobs SET due_at = created_at");

        await Eventually.TrueAsync(async () => await TestDatabase.CountAsync(server.DataDirectory, "SELECT count(*) FROM jobs WHERE attempts >= 2 AND last_error IS NOT NULL") == 1);
    }

    [PostgresFact]
    public async Task The_job_of_an_instance_that_was_killed_is_gone_on_with_by_another_within_ten_seconds()
    {
        await using var server = await LiveFeedServer.StartOnPostgresAsync(Idle);
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 1);
        await admin.ClaimAsync("cup", 1);
        for (var points = 1; points <= 300; points++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, points, 0));
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        var before = await admin.GetAsync("/api/events/cup/feed");
        // One transaction for each entry, so that there is time to be killed in.
        string[] settings =
        [
            "Retention:ArchivedFeeds=00:00:00.001", "Retention:EntriesPerTransaction=1", "Retention:Every=00:00:01",
            .. (await TestDatabase.SettingsAsync(server.DataDirectory)).Select(setting => setting.Replace("--LiveFeed:", "", StringComparison.Ordinal)),
        ];
        var data = server.DataDirectory;
        Task<long> CutToAsync() => TestDatabase.CountAsync(data, "SELECT COALESCE(cut_to, 0) FROM feed_heads");
        Task<object?> OwnerAsync() => TestDatabase.ExecuteAsync(data, "SELECT owner FROM jobs WHERE id = 'retention' AND leased_until > now()");

        object? owner = null;
        long cut;
        using (var first = await ServerProcess.StartAsync(data, settings))
        {
            await TestDatabase.ExecuteAsync(data, "UPDATE jobs SET due_at = now()");
            await Eventually.TrueAsync(async () => await CutToAsync() > 10);
            owner = await OwnerAsync();
            first.Kill();
            cut = await CutToAsync();
        }

        Assert.NotNull(owner);
        Assert.InRange(cut, 11, 250);
        using var second = await ServerProcess.StartAsync(data, settings);
        var began = Stopwatch.GetTimestamp();
        await Eventually.TrueAsync(async () => await OwnerAsync() is string now && now != (string)owner);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(10));

        var epoch = before.GetProperty("cursor").GetString()!.Split('.')[0];
        await Eventually.TrueAsync(async () => (string?)await TestDatabase.ExecuteAsync(data, "SELECT epoch FROM feed_heads") != epoch);
        Assert.Equal(before.GetProperty("entries").GetArrayLength(), await TestDatabase.CountAsync(data, "SELECT count(*) FROM feed_entries"));
        await Eventually.TrueAsync(async () => (await admin.GetAsync("/api/events/cup/feed")).GetProperty("cursor").GetString()!.Split('.')[0] != epoch);
        Assert.Equal(before.GetProperty("entries").GetRawText(), (await admin.GetAsync("/api/events/cup/feed")).GetProperty("entries").GetRawText());
    }

    [PostgresFact]
    public async Task An_instance_that_stops_gives_its_jobs_back_at_once()
    {
        await using var server = await LiveFeedServer.StartOnPostgresAsync(Idle);
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 1);
        await admin.ClaimAsync("cup", 1);
        for (var points = 1; points <= 200; points++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, points, 0));
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        string[] settings = ["Retention:ArchivedFeeds=00:00:00.001", "Retention:EntriesPerTransaction=1", "Jobs:Lease=00:10:00"];
        await using (var stopping = await LiveFeedServer.OverAsync(server.DataDirectory, settings))
        {
            await TestDatabase.ExecuteAsync(server.DataDirectory, "UPDATE jobs SET due_at = now()");
            await Eventually.TrueAsync(async () => await TestDatabase.CountAsync(server.DataDirectory, "SELECT COALESCE(cut_to, 0) FROM feed_heads") > 5);
        }

        // The instance's clock and the database's need not agree to the millisecond.
        var free = await TestDatabase.CountAsync(
            server.DataDirectory, "SELECT count(*) FROM jobs WHERE owner IS NULL AND leased_until IS NULL AND due_at <= now() + interval '1 second' AND fence > 0");
        Assert.True(free == 1, $"{free} jobs are free: {await TestDatabase.ExecuteAsync(server.DataDirectory, "SELECT now() || ' ' || string_agg(row_to_json(jobs)::text, ' ') FROM jobs")}");
        Assert.InRange(await TestDatabase.CountAsync(server.DataDirectory, "SELECT COALESCE(cut_to, 0) FROM feed_heads"), 6, 199);
    }

    private static Job NewJob(string id) => new() { Id = id, Kind = Kind, Payload = "{}", CreatedAt = DateTimeOffset.UnixEpoch, DueAt = DateTimeOffset.UnixEpoch };

    private static Task AddAsync(LiveFeedServer server, string id) => SendAsync(server, new AddJob(id, Kind, "{}", DateTimeOffset.UnixEpoch));

    private static async Task<JobLease?> TakeAsync(LiveFeedServer server, string id, TimeSpan lease) => (await SendAsync(server, new TakeJob(id, "here", lease))).Value;

    private static async Task<Result<T>> SendAsync<T>(LiveFeedServer server, ICommand<T> command)
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().SendAsync(command);
    }

    private static Task<long> EffectsAsync(LiveFeedServer server) => TestDatabase.CountAsync(server.DataDirectory, "SELECT count(*) FROM jobs WHERE id LIKE 'effect-%'");

    /// <summary>Does a job by a command whose effect is a row.</summary>
    private static async Task<Result<Done>> DoAsync(LiveFeedServer server, JobLease lease)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var (work, jobs) = (scope.ServiceProvider.GetRequiredService<IUnitOfWork>(), scope.ServiceProvider.GetRequiredService<IJobStore>());
        var command = new Work(lease);
        var behaviour = Assert.Single(scope.ServiceProvider.GetServices<IPipelineBehavior<Work, Result<Done>>>().OfType<JobBehaviour<Work, Result<Done>>>());
        return await work.ExecuteAsync(command, () => behaviour.Handle(command, CancellationToken.None, () =>
        {
            jobs.Add(NewJob($"effect-{Guid.NewGuid():N}"));
            return Task.FromResult<Result<Done>>(new Done());
        }));
    }

    private sealed record Work(JobLease Lease) : ICommand<Done>, IJobCommand;
}
