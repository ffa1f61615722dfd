using System.Globalization;
using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>An event with draws, and its brackets in the event page.</summary>
internal static class BracketCup
{
    public static readonly string[] Names = ["Gulls", "Herons", "Terns", "Plovers", "Puffins", "Curlews", "Skuas", "Knots"];

    /// <summary>Makes the event <c>cup</c> with the divisions Women (1) and Men (2), without teams.</summary>
    public static async Task<ApiUser> CreateAsync(LiveFeedServer server)
    {
        var admin = await server.AdminAsync();
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id = "cup", name = "Harbour Cup", sport = "volleyball", bestOf = 3 }));
        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", new
        {
            divisions = new[] { new { id = 1, name = "Women" }, new { id = 2, name = "Men" } },
            courts = new[] { new { id = 1, name = "Centre court" } },
            teams = Array.Empty<object>(),
            matches = Array.Empty<object>(),
        }));
        return admin;
    }

    /// <summary>Draws new teams, the best first: match 1 of eight is Gulls against Knots.</summary>
    /// <param name="admin">An organizer.</param>
    /// <param name="division">The division.</param>
    /// <param name="count">The number of teams. The ninth and later ones have a number after their name.</param>
    /// <param name="options">Further members of the draw, in JSON, each with a comma before it.</param>
    public static async Task DrawAsync(ApiUser admin, int division, int count, string options = ", \"kind\": \"singleElimination\"")
    {
        var teams = string.Join(',', Enumerable.Range(0, count).Select(index =>
            $$"""{"name": "{{Names[index % Names.Length]}}{{(index < Names.Length ? "" : string.Create(CultureInfo.InvariantCulture, $" {index}"))}}", "seed": {{index + 1}}}"""));
        await Testing.Expect.SuccessAsync(await admin.PostJsonAsync("/api/events/cup/draws", $$"""{"divisionId": {{division}}, "teams": [{{teams}}]{{options}}}"""));
    }

    /// <summary>Stores a score of one or more equal sets.</summary>
    public static async Task PlayAsync(ApiUser admin, int matchId, string status, int team1, int team2, int sets = 2)
    {
        await admin.ClaimAsync("cup", matchId);
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/scores", new { matchId, status, sets = Enumerable.Repeat(new { team1, team2 }, sets) }));
    }

    /// <summary>A bracket by its heading.</summary>
    public static ILocator Bracket(this ViewedPage viewed, string name) => viewed.Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    /// <summary>A match in the brackets.</summary>
    public static ILocator Card(this ViewedPage viewed, int matchId) => viewed.Page.Locator($".bracket-match[data-match='{matchId}']");
}
