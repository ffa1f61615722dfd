using LiveFeed.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace LiveFeed.IntegrationTests.Sessions;

public sealed class TokenLogTests
{
    /// <summary>A client can send thousands a second.</summary>
    [Fact]
    public async Task A_rejected_token_is_logged_at_Debug_only()
    {
        var logs = new FakeLogCollector();
        await using var server = await LiveFeedServer.StartAsync("/Logging:LogLevel:LiveFeed.Api=Debug");
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(new FakeLoggerProvider(logs));

        foreach (var path in new[] { "/api/events/cup/stream", "/api/events/cup/feed", "/api/auth/me" })
            await Expect.ProblemAsync(await server.Http.SendAsync("GET", path, null, ("Authorization", "Bearer no.such.token")), 401, "invalid_token");

        Assert.NotEmpty(logs.GetSnapshot());
        Assert.All(logs.GetSnapshot(), record => Assert.Equal(LogLevel.Debug, record.Level));
    }
}
