using System.Text.Json;
using LiveFeed.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace LiveFeed.IntegrationTests.Operations;

/// <summary>Credentials that travel in addresses are in no log, although addresses are.</summary>
public sealed class SecretsInLogsTests
{
    [Fact]
    public async Task Tickets_and_invitations_are_in_no_log_at_Information()
    {
        var logs = new FakeLogCollector();
        await using var server = await LiveFeedServer.StartAsync("/Logging:LogLevel:Default=Information", "/Logging:LogLevel:Microsoft.AspNetCore=Information");
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(new FakeLoggerProvider(logs));
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", visibility: "members");
        var ticket = (await Expect.SuccessAsync(await admin.PostAsync("/api/streams/tickets"))).Text("ticket")!;
        var secret = (await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/invitations", new { role = "media" }))).Text("link")!.Split('#')[1];

        await using (var stream = await StreamClient.OpenAsync(server.Http, $"/api/events/cup/stream?ticket={ticket}"))
            await stream.NextAsync();
        await Expect.SuccessAsync(await server.Http.GetAsync($"/api/invitations/{secret}"));
        await TestDatabase.RejectAsync(server.DataDirectory, "members", "1 = 1");
        var user = await server.RegisterAsync("Jo");
        await Expect.ProblemAsync(await user.PostAsync($"/api/invitations/{secret}/accept"), 500, "internal_error");

        var lines = logs.GetSnapshot().Select(record => $"{record.Category} {record.Message} {JsonSerializer.Serialize(record.StructuredState)}").ToList();
        Assert.Contains(lines, line => line.Contains("/api/invitations/{token}/accept failed", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(ticket, StringComparison.Ordinal) || line.Contains(secret, StringComparison.Ordinal));
    }
}
