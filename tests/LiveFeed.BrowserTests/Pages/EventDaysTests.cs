using System.Globalization;
using LiveFeed.BrowserTests.Browser;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>Days and times on the event page.</summary>
[Collection(InBrowser.Name)]
public sealed class EventDaysTests(Chromium chromium)
{
    /// <summary>A time zone in which it is now between 12:00 and 13:00, so that no test runs across midnight.</summary>
    private static readonly int HoursAhead = 12 - TimeProvider.System.GetUtcNow().Hour;

    private static readonly string Zone = HoursAhead switch
    {
        0 => "Etc/GMT",
        // These zone names count westwards.
        > 0 => string.Create(CultureInfo.InvariantCulture, $"Etc/GMT-{HoursAhead}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Etc/GMT+{-HoursAhead}"),
    };

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task Days_are_the_readers_and_what_is_overdue_is_said_truthfully(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await ScheduleAsync(admin, At(-1, 10), At(0, 10), At(0, 15), At(1, 15), null, At(-1, 9), At(0, 9));
        await EndAsync(admin, 6, "final", [new { team1 = 21, team2 = 15 }]);
        await EndAsync(admin, 7, "cancelled", []);

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup", new View { Width = width, TimeZone = Zone });

        await Expect(viewed.Page.Locator(".group > h2")).ToHaveTextAsync(
        [
            "Upcoming · Today 2", "Upcoming · Tomorrow 1", "Upcoming · Time not set 1", "Finished · Today 1", "Finished · Yesterday 1",
            "No score yet · Yesterday 1",
        ]);
        await Expect(viewed.Match(2)).ToContainTextAsync("No score yet");
        await Expect(viewed.Match(3)).ToContainTextAsync("3:00 PM");
        await Expect(viewed.Match(3)).Not.ToContainTextAsync("No score yet");
        await Expect(viewed.Match(5)).ToContainTextAsync("No time");
        await Expect(viewed.Match(6)).ToContainTextAsync("Final");
        await Expect(viewed.Match(7)).ToContainTextAsync("Cancelled");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_schedule_by_time_has_a_heading_for_every_day()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await ScheduleAsync(await server.AdminAsync(), At(1, 10), At(0, 15), At(0, 13));

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?by=time", new View { TimeZone = Zone });

        await Expect(viewed.Page.Locator(".group > h2")).ToHaveTextAsync(["Today 2", "Tomorrow 1"]);
        await Expect(viewed.Page.Locator(".when-main")).ToHaveTextAsync(["1:00 PM", "3:00 PM", "10:00 AM"]);
    }

    [BrowserFact]
    public async Task A_match_whose_start_passes_becomes_overdue_without_a_word_from_the_server()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await ScheduleAsync(await server.AdminAsync(), At(0, 14));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/swagger/none", new View { TimeZone = Zone });
        await viewed.Page.Clock.InstallAsync();
        await viewed.Page.GotoAsync("/events/cup");
        await Expect(viewed.Match(1)).ToContainTextAsync("2:00 PM");
        await Expect(viewed.Match(1)).Not.ToContainTextAsync("No score yet");

        await viewed.Page.Clock.FastForwardAsync("03:00:00");

        await Expect(viewed.Match(1)).ToContainTextAsync("No score yet");
    }

    /// <summary>Returns an hour of the reader's day, with days counted from today.</summary>
    private static DateTimeOffset At(int day, int hour)
    {
        var offset = TimeSpan.FromHours(HoursAhead);
        return new DateTimeOffset(TimeProvider.System.GetUtcNow().ToOffset(offset).Date, offset).AddDays(day).AddHours(hour).ToUniversalTime();
    }

    private static async Task ScheduleAsync(ApiUser admin, params DateTimeOffset?[] starts)
    {
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id = "cup", name = "Cup", sport = "generic" }));
        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", new
        {
            divisions = new[] { new { id = 1, name = "One" } },
            courts = new[] { new { id = 1, name = "Court 1" } },
            teams = new[] { new { id = 1, name = "Reds" } },
            matches = starts.Select((startsAt, index) => new { id = index + 1, divisionId = 1, courtId = 1, team1Id = 1, team2Label = $"Winner {index + 1}", startsAt }),
        }));
    }

    private static async Task EndAsync(ApiUser admin, int matchId, string status, object[] sets)
    {
        await admin.ClaimAsync("cup", matchId);
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/scores", new { matchId, sets, status }));
    }
}
