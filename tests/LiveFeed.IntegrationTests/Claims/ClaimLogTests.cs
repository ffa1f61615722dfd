using LiveFeed.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace LiveFeed.IntegrationTests.Claims;

public sealed class ClaimLogTests
{
    [Fact]
    public async Task An_operator_finds_in_the_log_who_took_a_match_over_from_whom()
    {
        var logs = new FakeLogCollector();
        await using var server = await LiveFeedServer.StartAsync("/Logging:LogLevel:LiveFeed=Information");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(new FakeLoggerProvider(logs));

        foreach (var (device, takeOver) in new[] { ("phone", false), ("phone", false), ("tablet", true), ("tablet", true) })
            await Expect.SuccessAsync(await admin.SendAsync("POST", "/api/events/cup/claims/1", $$"""{"deviceId":"{{device}}","takeOver":{{(takeOver ? "true" : "false")}}}"""));

        Assert.Equal($"{admin.Id} took match 1 of cup over from {admin.Id}.", Assert.Single(logs.GetSnapshot(), record => record.Id.Id == 4003).Message);
    }
}
