using System.Net.Http.Json;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>Instances come and go; readers and scorekeepers go on elsewhere.</summary>
public sealed class InstanceFaultTests
{
    [ClusterFact]
    public async Task An_instance_is_killed_under_load()
    {
        await using var bench = await FaultBench.StartAsync(2);
        await bench.HealthyAsync();
        await bench.RunAsync(async () =>
        {
            var victim = bench.Servers[0];
            await bench.RemoveAsync(victim, () =>
            {
                victim.Kill();
                return Task.CompletedTask;
            });
            // It can't say that it is gone: the others wait until the database shows it.
            await bench.HealthyAsync();
        });
        Assert.Equal(0, bench.Resets);
        bench.AssertAllCameBackInTime(goodbye: null);
    }

    // NginxFaultTests has it behind nginx in the short form.
    [LongClusterFact]
    public async Task All_three_instances_are_restarted_one_after_another_under_load()
    {
        await using var bench = await FaultBench.StartAsync(3);
        await bench.HealthyAsync();
        await bench.RunAsync(async () =>
        {
            foreach (var server in bench.Servers.ToList())
            {
                await bench.ReplaceAsync(server, server.StopAsync);
                await bench.HealthyAsync();
                await bench.WorkGoesOnAsync();
            }
        });
        Assert.Equal(0, bench.Resets);
        bench.AssertAllCameBackInTime("server_draining");
    }

    [LongClusterFact]
    public async Task Fifty_users_on_three_instances_claim_one_match_two_hundred_times_and_one_of_them_gets_it_each_time()
    {
        const int users = 50, rounds = 200;
        await using var bench = await FaultBench.StartAsync(3, settings: ["Auth:MaxSignInPause=00:00:00"]);
        var admin = await LiveFeedServer.AdminAsync(bench.Client());
        await admin.CreateEventAsync("cup", rounds);
        var claimants = new List<ApiUser>();
        for (var i = 0; i < users; i++)
        {
            var email = $"{i}@example.org";
            using var http = bench.Client();
            await Expect.SuccessAsync(await http.PostAsJsonAsync("/api/auth/register", new { email, password = LiveFeedServer.Password, displayName = $"User {i}" }));
            var session = await Expect.SuccessAsync(await http.PostAsJsonAsync("/api/auth/login", new { email, password = LiveFeedServer.Password }));
            var user = new ApiUser(bench.Client(i), session.GetProperty("user").GetProperty("id").GetString()!, email, session.GetProperty("accessToken").GetString()!, "");
            await admin.AddMemberAsync("cup", user.Id);
            claimants.Add(user);
        }

        for (var match = 1; match <= rounds; match++)
        {
            var responses = await Task.WhenAll(claimants.Select(user => user.PostAsync($"/api/events/cup/claims/{match}")));
            Assert.Single(responses, response => (int)response.StatusCode == 201);
            Assert.Equal(users - 1, responses.Count(response => (int)response.StatusCode == 409));
        }
    }
}
