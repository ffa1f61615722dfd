namespace LiveFeed.BrowserTests.Pages;

/// <summary>An event with courts 1 to 4 and two matches on each, one after the other: 1 and 2 on court 1, 3 and 4 on court 2.</summary>
internal static class DisplayedCup
{
    public const string LongName = "Volleyball Academy of the Old Harbour District Donaudampfschifffahrtsgesellschaft";

    public static async Task<ApiUser> MakeAsync(LiveFeedServer server, string sport = "volleyball", string team1 = "Gulls", bool hasSchedule = true)
    {
        var admin = await server.AdminAsync();
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id = "cup", name = "Harbour Cup", sport }));
        if (hasSchedule)
            await PutScheduleAsync(admin, team1);
        return admin;
    }

    public static async Task PutScheduleAsync(ApiUser admin, string team1 = "Gulls")
    {
        var start = DateTimeOffset.UnixEpoch.AddYears(56);
        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", new
        {
            courts = Enumerable.Range(1, 4).Select(id => new { id, name = id == 1 ? "Centre court" : $"Court {id}" }),
            teams = new[] { new { id = 1, name = team1 }, new { id = 2, name = "Herons" }, new { id = 3, name = "Terns" }, new { id = 4, name = "Skuas" } },
            matches = Enumerable.Range(1, 8).Select(id => new
            {
                id,
                courtId = (id + 1) / 2,
                team1Id = id % 2 == 1 ? 1 : 3,
                team2Id = id % 2 == 1 ? 2 : 4,
                startsAt = start.AddHours(id % 2 == 1 ? 1 : 2),
            }),
        }));
    }

    /// <summary>Claims the match and posts its sets.</summary>
    public static async Task PlayAsync(ApiUser admin, int matchId, string status, params (int Team1, int Team2)[] sets)
    {
        await admin.ClaimAsync("cup", matchId);
        await Testing.Expect.SuccessAsync(await admin.PostAsync(
            "/api/events/cup/scores", new { matchId, status, sets = sets.Select(set => new { team1 = set.Team1, team2 = set.Team2 }) }));
    }
}
