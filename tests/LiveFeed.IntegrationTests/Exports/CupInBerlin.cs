using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Exports;

internal static class CupInBerlin
{
    /// <summary>Creates a volleyball event in the time zone of Berlin. Returns its id.</summary>
    public static async Task<string> CupInBerlinAsync(this ContractServer server, string schedule)
    {
        var id = server.NewId();
        await Expect.SuccessAsync(await server.Admin.PostAsync("/api/events", new { id, name = "Cup", sport = "volleyball", timeZone = "Europe/Berlin" }));
        await server.Admin.AddMemberAsync(id, server.Organizer.Id, "organizer");
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", schedule));
        return id;
    }
}
