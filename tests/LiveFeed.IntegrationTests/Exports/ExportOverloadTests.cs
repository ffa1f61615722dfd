using System.Net;
using LiveFeed.Api.Http;
using LiveFeed.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Exports;

public sealed class ExportOverloadTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Theory]
    [InlineData("exports/schedule.csv")]
    [InlineData("exports/results.xlsx?teamId=1")]
    [InlineData("calendar.ics")]
    public async Task While_another_file_is_built_a_request_waits_a_few_seconds_and_is_rejected_then(string file)
    {
        var id = await server.EventAsync();
        var other = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        var building = server.Server.Services.GetRequiredService<LargeReads>().RunAsync(() => other.Task);

        var waiting = server.Nobody.GetAsync($"/api/events/{id}/{file}");
        await Eventually.TrueAsync(() =>
        {
            server.Time.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(waiting.IsCompleted);
        });
        var response = await waiting;

        await Expect.ProblemAsync(response, 503, "overloaded");
        Assert.Equal("1", response.Header("Retry-After"));

        other.SetResult([]);
        await building;
        Assert.Equal(HttpStatusCode.OK, (await server.Nobody.GetAsync($"/api/events/{id}/{file}")).StatusCode);
    }
}
