using System.Net;
using System.Text;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Schedules;

/// <summary>How large a schedule may be.</summary>
public sealed class ScheduleSizeTests(ContractServer server) : IClassFixture<ContractServer>
{
    private const int MaxBytes = 8 * 1024 * 1024;

    [Fact]
    public async Task A_schedule_may_be_larger_than_other_bodies()
    {
        var id = await server.EventAsync();
        var large = JsonSerializer.Serialize(TestSchedule.Of(1_000));
        Assert.True(Encoding.UTF8.GetByteCount(large) > 64 * 1024);

        Assert.Equal(1_000, (await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", large))).Number("matches"));

        foreach (var (method, path) in new[] { ("PATCH", ""), ("POST", "/scores"), ("PUT", "/coverage-plans"), ("POST", "/claims/1"), ("PUT", "/members/x") })
            await Expect.ProblemAsync(await server.Organizer.SendAsync(method, $"/api/events/{id}{path}", large), 413, "body_too_large");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_schedule_over_8_MB_is_rejected_whether_or_not_it_states_its_length(bool chunked)
    {
        var id = await server.EventAsync();
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/events/{id}/schedule") { Content = new Blanks(MaxBytes + 1) };
        request.Headers.TransferEncodingChunked = chunked;
        // Rejected by its head, before the body is sent.
        request.Headers.ExpectContinue = !chunked;

        await Expect.ProblemAsync(await server.Organizer.Http.SendAsync(request), 413, "body_too_large");
    }

    [Fact]
    public async Task A_calendar_of_10_MB_is_rejected_by_its_size()
    {
        var id = await server.EventAsync();
        const string Match = "BEGIN:VEVENT\r\nSUMMARY:A - B\r\nEND:VEVENT\r\n";
        var calendar = new StringBuilder("BEGIN:VCALENDAR\r\n").Insert("BEGIN:VCALENDAR\r\n".Length, Match, 10 * 1024 * 1024 / Match.Length).Append("END:VCALENDAR\r\n");

        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/events/{id}/schedule/preview") { Content = new StringContent(calendar.ToString(), Encoding.UTF8, "text/plain") };
        // Rejected by its head, before the body is sent.
        request.Headers.ExpectContinue = true;

        await Expect.ProblemAsync(await server.Organizer.Http.SendAsync(request), 413, "body_too_large");
    }

    [Fact]
    public async Task A_schedule_has_at_most_10_000_matches()
    {
        var id = await server.EventAsync();
        var matches = Enumerable.Range(0, 10_001).Select(match => new { id = match, team1Label = "A", team2Label = "B" });

        var problem = await Expect.ProblemAsync(await server.Organizer.PutAsync($"/api/events/{id}/schedule", new { matches }), 422, "invalid_schedule");

        Assert.Equal(["matches"], problem.Positions());
    }

    /// <summary>A number of spaces, sent as JSON.</summary>
    private sealed class Blanks : HttpContent
    {
        private readonly int length;

        public Blanks(int length)
        {
            this.length = length;
            Headers.ContentType = new("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var blanks = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
            for (var sent = 0; sent < length; sent += blanks.Length)
                await stream.WriteAsync(blanks.AsMemory(0, Math.Min(blanks.Length, length - sent)));
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
