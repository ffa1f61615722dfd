using System.CommandLine;
using LiveFeed.Api.Operations;

namespace LiveFeed.IntegrationTests.Operations;

public sealed class HealthCommandTests
{
    [Fact]
    public async Task It_ends_with_0_while_the_server_is_well_and_with_1_otherwise()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var ready = new Uri(server.Address, "/health/ready").ToString();
        Assert.Equal((0, """{"status":"healthy","checks":{"draining":"no","database":"ok"}}"""), await RunAsync(ready));
        Assert.Equal(1, (await RunAsync(new Uri(server.Address, "/health/nothing").ToString())).Code);
        await server.RestartAsync(async () => Assert.Equal(1, (await RunAsync(ready)).Code));
        Assert.Equal((2, ""), await RunAsync("localhost:5080"));
    }

    private static async Task<(int Code, string Output)> RunAsync(string url)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await HealthCommand.Create().Parse(["--url", url]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        Assert.Equal(output.ToString().Length == 0, error.ToString().Length > 0);
        return (code, output.ToString().TrimEnd());
    }
}
