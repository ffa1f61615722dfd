using LiveFeed.Domain.Schedules;
using LiveFeed.Domain.Scores;
using LiveFeed.Domain.Standings;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Persistence.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Persistence;

/// <summary>A transaction writes the rows that commands changed, and then those that followed from them: often the same ones.</summary>
public sealed class PreparedStatementsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);

    private LiveFeedServer server = null!;

    public async Task InitializeAsync()
    {
        server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 1);
        await Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", new
        {
            divisions = new[] { new { id = 1, name = "One", pools = new[] { new { id = "A", name = "A", teams = new[] { 1, 2 } } } } },
            teams = new[] { new { id = 1, name = "a" }, new { id = 2, name = "b" } },
            matches = new[] { new { id = 1, divisionId = 1, team1Id = 1, team2Id = 2 } },
        }));
        await admin.ClaimAsync("cup", 1);
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task What_is_written_twice_in_a_transaction_has_the_last_values_and_what_was_written_once_keeps_them()
    {
        await InTransactionAsync(async db =>
        {
            var (pool, score) = (await db.Pools.SingleAsync(), await db.Scores.SingleAsync());
            pool.GiveRanks([new(2, 1, "Drawn by lot")]);
            pool.Plan(1, new ScheduledPool("A", "First", new([2, 1])));
            score.Join(new TieView("SF1", null), default, Now);
            await PreparedStatements.UpdateAsync(db);
            pool.Rank([new StandingRow { TeamId = 2, Rank = 1, For = 7 }], isComplete: true, known => new StandingsView(known.Id, known.Name, new NamedView(1, "One"), true, "league", []), Now);
            score.Join(new TieView("SF1", 2), default, Now);
            await PreparedStatements.UpdateAsync(db);
            // Nothing has changed: nothing is written, and nothing is lost.
            await PreparedStatements.UpdateAsync(db);
        });

        await using var read = Context();
        var (stored, result) = (await read.Pools.AsNoTracking().SingleAsync(), await read.Scores.AsNoTracking().SingleAsync());
        Assert.Equal(("First", true), (stored.Name, stored.IsComplete));
        Assert.Equal([2, 1], stored.Teams);
        Assert.Equal([new PoolRank(2, 1, "Drawn by lot")], stored.Ranks!);
        Assert.Equal((2, 7), (Assert.Single(stored.Rows).TeamId, stored.Rows[0].For));
        Assert.Equal((new TieView("SF1", 2), 1), (result.Tie, result.Version));
        Assert.Equal([new SetScore(1, 0)], result.Sets);
    }

    [Theory]
    [InlineData("DELETE FROM scores")]
    [InlineData("UPDATE scores SET version = 77")]
    public async Task A_row_that_is_lost_between_two_writes_is_a_lost_race(string sql)
    {
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => InTransactionAsync(async db =>
        {
            var score = await db.Scores.SingleAsync();
            score.Join(new TieView("SF1", null), default, Now);
            await PreparedStatements.UpdateAsync(db);
            await db.Database.ExecuteSqlRawAsync(sql);
            score.Join(new TieView("SF1", 2), default, Now);
            await PreparedStatements.UpdateAsync(db);
        }));

        await using var read = Context();
        Assert.Equal(1, (await read.Scores.AsNoTracking().SingleAsync()).Version);
    }

    private LiveFeedContext Context() => server.Services.GetRequiredService<ILiveFeedContextFactory>().Create();

    private async Task InTransactionAsync(Func<LiveFeedContext, Task> write)
    {
        await using var db = Context();
        await new OneAttempt(db).ExecuteAsync(async () =>
        {
            await using var transaction = await server.Services.GetRequiredService<DatabaseEngine>().BeginAsync(db);
            await write(db);
            await transaction.CommitAsync();
        });
    }
}
