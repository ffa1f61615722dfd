using LiveFeed.IntegrationTests.Support;
using static LiveFeed.IntegrationTests.ImportExport.Imports;

namespace LiveFeed.IntegrationTests.ImportExport;

/// <summary>Coverage plans in imports.</summary>
public sealed class ImportedPlanTests(TimedServer server) : IClassFixture<TimedServer>
{
    private DateTimeOffset Now => server.Time.GetUtcNow();

    [Fact]
    public async Task The_latest_plan_wins_and_the_server_wins_ties()
    {
        var id = await server.EventAsync();
        foreach (var person in new[] { server.Media, server.Coach, server.Spectator })
            await Expect.SuccessAsync(await person.PutAsync($"/api/events/{id}/coverage-plans", new { selectedMatches = new[] { 1 } }));
        var stored = Now;
        server.Time.Advance(TimeSpan.FromMinutes(1));

        var report = await server.Organizer.ImportAsync(id, new
        {
            coveragePlans = new[]
            {
                PlanOf(server.Media.Id, stored.AddMilliseconds(-1), 2), PlanOf(server.Coach.Id, stored, 2), PlanOf(server.Spectator.Id, stored.AddMilliseconds(1), 2, 3),
            },
        });

        Assert.Equal(1, Applied(report).CoveragePlans);
        Assert.Equal(["coveragePlan  server_newer", "coveragePlan  same_time"], Conflicts(report));
        Assert.Equal("[2,3]", (await server.Spectator.GetAsync($"/api/events/{id}/coverage-plans")).GetProperty("selectedMatches").GetRawText());
        Assert.Equal("[1]", (await server.Coach.GetAsync($"/api/events/{id}/coverage-plans")).GetProperty("selectedMatches").GetRawText());
    }

    [Fact]
    public async Task Several_plans_of_one_user_are_taken_in_the_order_of_their_times()
    {
        var id = await server.EventAsync();

        var report = await server.Organizer.ImportAsync(id, new
        {
            coveragePlans = new[]
            {
                PlanOf(server.Media.Id, Now.AddMinutes(-4), 1, 2), PlanOf(server.Media.Id, Now.AddMinutes(-3), 4), PlanOf(server.Media.Id, Now.AddMinutes(-2), 1),
                PlanOf(server.Media.Id, Now.AddMinutes(-1), 2, 3), PlanOf(server.Media.Id, Now.AddMinutes(-1), 4),
            },
        });

        Assert.Equal(4, Applied(report).CoveragePlans);
        Assert.Equal(["coveragePlan  same_time"], Conflicts(report));
        Assert.Equal("[2,3]", (await server.Media.GetAsync($"/api/events/{id}/coverage-plans")).GetProperty("selectedMatches").GetRawText());
    }

    [Fact]
    public async Task The_plan_of_somebody_who_is_not_a_member_stays_as_it_is()
    {
        var id = await server.EventAsync();
        var path = $"/api/events/{id}/coverage-plans";
        await Expect.SuccessAsync(await server.Stranger.PutAsync(path, new { selectedMatches = new[] { 1 } }));
        // Later than the plan.
        server.Time.Advance(TimeSpan.FromMinutes(1));

        var report = await server.Organizer.ImportAsync(id, new { coveragePlans = new[] { PlanOf(server.Stranger.Id, server.Time.GetUtcNow(), 2) } });

        Assert.Equal(["coveragePlan  not_a_member"], Conflicts(report));
        Assert.Equal(0, Applied(report).CoveragePlans);
        Assert.Equal("[1]", (await server.Stranger.GetAsync(path)).GetProperty("selectedMatches").GetRawText());
    }

    [Fact]
    public async Task A_plan_without_an_owner_is_the_importers()
    {
        var id = await server.EventAsync();

        await server.Organizer.ImportAsync(id, new { coveragePlans = new[] { new { selectedMatches = new[] { 3 } } } });

        Assert.Equal("[3]", (await server.Organizer.GetAsync($"/api/events/{id}/coverage-plans")).GetProperty("selectedMatches").GetRawText());
    }
}
