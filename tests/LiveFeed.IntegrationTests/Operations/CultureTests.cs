using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Operations;

/// <summary>The program's output is read by programs, whatever the language of the machine.</summary>
public sealed class CultureTests
{
    /// <summary>Swedish has its own minus sign, U+2212. A process with that culture would write it into negative ids.</summary>
    private static readonly Dictionary<string, string> Swedish = new() { ["LC_ALL"] = "sv_SE.UTF-8", ["LANG"] = "sv_SE.UTF-8" };

    [Fact]
    public async Task The_process_has_the_invariant_culture_on_a_machine_of_another()
    {
        var data = Directory.CreateTempSubdirectory("livefeed-test-");
        using (var process = await ServerProcess.StartAsync(data.FullName, Swedish))
        {
            var admin = await process.AdminAsync();
            await admin.CreateEventAsync("cup");
            await Expect.SuccessAsync(await admin.PutAsync(
                "/api/events/cup/schedule", JsonSerializer.Deserialize<JsonElement>("""{"matches":[{"id":-7,"team1Label":"A","team2Label":"B"}]}""")));

            var problem = await Expect.ProblemAsync(await admin.ScoreAsync("cup", -7, 1, 0), 403, "claim_required");

            Assert.Equal("Claim the match first: POST /api/events/cup/claims/-7.", problem.Text("detail"));
        }

        data.Delete(true);
    }
}
