using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using LiveFeed.BrowserTests.Browser;
using LiveFeed.BrowserTests.Client;

namespace LiveFeed.BrowserTests.Feed;

[Collection(InAnotherBrowser.Name)]
public sealed partial class EventSourceTests(Chromium chromium)
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    /// <summary>The whole client: it reports everything that it receives, and does nothing about a lost connection.</summary>
    private const string Client =
        """
        () => {
          const source = new EventSource("api/events/cup/stream");
          source.onopen = () => report("open", "", "");
          source.onmessage = message => report("message", message.lastEventId, message.data);
          source.addEventListener("bye", message => report("bye", message.lastEventId, message.data));
          source.onerror = () => report(source.readyState === EventSource.CLOSED ? "given up" : "break", "", "");
        }
        """;

    [BrowserFact(DisplayName = "A browser's EventSource survives a server restart without a gap or a repeat")]
    public async Task Survives_a_restart()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/livefeed.js");
        var reports = Channel.CreateUnbounded<Report>();
        await viewed.Page.ExposeFunctionAsync<string, string, string, bool>(
            "report", (kind, id, data) => reports.Writer.TryWrite(new Report(kind, id, data)));
        await viewed.Page.EvaluateAsync(Client);

        var seen = new Seen(reports.Reader);
        await seen.UntilAsync(report => report.Kind == "message");
        using var enough = new CancellationTokenSource();
        var writing = WriteAsync(admin, enough.Token);
        await seen.ScoresAsync(10);
        await server.RestartAsync();
        await seen.UntilAsync(report => report.Kind == "open");
        await seen.ScoresAsync(10);
        await enough.CancelAsync();
        await writing;
        var head = await server.HeadAsync();
        await seen.UntilIdAsync(head);

        Assert.DoesNotContain(seen.All, report => report.Kind == "given up");
        Assert.Equal("""{"code":"server_draining"}""", Assert.Single(seen.All, report => report.Kind == "bye").Data);
        Assert.Equal(2, seen.All.Count(report => report.Kind == "open"));
        var messages = seen.All.Where(report => report.Kind == "message").ToList();
        var (epoch, start) = Parse(messages[0].Id);
        Assert.Equal("snapshot", messages[0].Type);
        var entries = messages.Skip(1).ToList();
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(n => (epoch, start + n)), entries.Select(entry => Parse(entry.Id)));
        Assert.Equal(await server.LogAsync(messages[0].Id), entries.Select(entry => entry.Data));
    }

    [BrowserTheory]
    [InlineData(502, "text/html")]
    [InlineData(429, "application/problem+json")]
    [InlineData(200, "text/html")]
    public async Task The_client_in_the_readme_resumes_after_a_response_that_is_no_stream(int status, string type)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("demo");
        await admin.ClaimAsync("demo", 1);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/livefeed.js");
        await RunReadmeAsync(viewed);
        await Expect.SuccessAsync(await admin.ScoreAsync("demo", 1, 1, 0));
        await UntilPointAsync(viewed, 1);
        var rejected = 0;
        await viewed.Page.RouteAsync("**/api/events/demo/stream*", route =>
        {
            Interlocked.Increment(ref rejected);
            return route.FulfillAsync(new() { Status = status, ContentType = type, Body = "<p>Not now.</p>" });
        });

        await server.RestartAsync();
        await Expect.SuccessAsync(await admin.ScoreAsync("demo", 1, 2, 0));
        await Eventually.TrueAsync(() => Task.FromResult(rejected >= 2), "It gave up.");
        await viewed.Page.UnrouteAsync("**/api/events/demo/stream*");

        await UntilPointAsync(viewed, 2);
    }

    [BrowserFact]
    public async Task The_client_in_the_readme_resumes_with_a_new_token_when_the_old_one_ends()
    {
        await using var server = await LiveFeedServer.StartAsync("Jwt:AccessLifetime=00:00:06");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("demo", visibility: "members");
        await admin.ClaimAsync("demo", 1);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/livefeed.js");
        await viewed.Page.EvaluateAsync(
            "([email, password]) => import('/livefeed.js').then(({ session }) => session().signIn(email, password))",
            new[] { LiveFeedServer.AdminEmail, LiveFeedServer.Password });
        await viewed.Page.EvaluateAsync(
            "() => { window.sources = 0; window.EventSource = class extends EventSource { constructor(url) { super(url); sources++; } }; }");

        await RunReadmeAsync(viewed);

        await Eventually.TrueAsync(() => viewed.Page.EvaluateAsync<bool>("() => sources >= 3"), "It gave up.");
        await Expect.SuccessAsync(await (await server.AdminAsync()).ScoreAsync("demo", 1, 1, 0));
        await UntilPointAsync(viewed, 1);
    }

    [BrowserFact]
    public async Task The_client_with_tickets_in_the_docs_resumes_with_a_new_one()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", visibility: "members");
        await admin.ClaimAsync("cup", 1);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/livefeed.js");
        var tickets = 0;
        viewed.Page.Request += (_, request) => Interlocked.Add(ref tickets, request.Url.EndsWith("/api/streams/tickets", StringComparison.Ordinal) ? 1 : 0);
        var recipe = TicketScript().Match(Repository.Read("docs/client.md")).Value;
        Assert.Contains("ticket=", recipe, StringComparison.Ordinal);

        await viewed.Page.EvaluateAsync(
            $"token => {{ window.points = []; const accessToken = async () => token; const apply = ({{ entries, ...entry }}) => points.push(...(entries ?? [entry]).filter(({{ type }}) => type === 'score-update').map(({{ sets }}) => sets[0].team1)); {recipe} }}",
            admin.AccessToken);
        await PostAsync(1);
        await UntilAsync("1");
        await server.RestartAsync();
        await PostAsync(2);
        await PostAsync(3);

        await UntilAsync("1,2,3");
        Assert.True(tickets >= 2, "The ticket was used twice.");

        async Task PostAsync(int points) => await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, points, 0));

        Task UntilAsync(string points) => Eventually.TrueAsync(
            () => viewed.Page.EvaluateAsync<bool>("points => window.points.join() === points", points), $"These points were never seen: {points}.", Generous);
    }

    /// <summary>Runs the client that README.md calls a whole one, as it is written there.</summary>
    private static Task RunReadmeAsync(ViewedPage viewed)
    {
        var sample = ReadmeScript().Match(Repository.Read("README.md")).Groups[1].Value;
        Assert.Contains("EventSource", sample, StringComparison.Ordinal);
        return viewed.Page.EvaluateAsync($"() => {{ {sample} window.scores = scores; }}");
    }

    private static Task UntilPointAsync(ViewedPage viewed, int team1) => Eventually.TrueAsync(
        () => viewed.Page.EvaluateAsync<bool>($"() => scores.get(1)?.[0].team1 === {team1}"), $"The point {team1} was never seen.");

    [GeneratedRegex("""(?<=```js\n)let lastId = .*?(?=```)""", RegexOptions.Singleline)]
    private static partial Regex TicketScript();

    [GeneratedRegex("""<script type="module">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex ReadmeScript();

    /// <summary>Posts one score after another, whether the server is available or not.</summary>
    private static async Task WriteAsync(ApiUser writer, CancellationToken enough)
    {
        for (var points = 1; !enough.IsCancellationRequested; points++)
        {
            while (!await TryScoreAsync(writer, points) && !enough.IsCancellationRequested)
                await Task.Delay(20, CancellationToken.None);
        }
    }

    private static async Task<bool> TryScoreAsync(ApiUser writer, int points)
    {
        try
        {
            // The id makes it safe to repeat a post whose response was lost.
            using var answer = await writer.ScoreAsync("cup", 1, points, 0, clientUpdateId: $"update-{points}");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static (string Epoch, long Sequence) Parse(string id) => (id.Split('.')[0], long.Parse(id.Split('.')[1], CultureInfo.InvariantCulture));

    private sealed record Report(string Kind, string Id, string Data)
    {
        public string? Type => JsonDocument.Parse(Data).RootElement.GetProperty("type").GetString();
    }

    /// <summary>What the browser has reported so far.</summary>
    private sealed class Seen(ChannelReader<Report> reports)
    {
        public List<Report> All { get; } = [];

        public async Task UntilAsync(Func<Report, bool> fits)
        {
            using var late = new CancellationTokenSource(Generous);
            do
                All.Add(await reports.ReadAsync(late.Token));
            while (!fits(All[^1]));
        }

        public async Task ScoresAsync(int count)
        {
            for (var n = 0; n < count; n++)
                await UntilAsync(report => report.Kind == "message" && report.Type == "score-update");
        }

        public async Task UntilIdAsync(string id)
        {
            if (All.All(report => report.Id != id))
                await UntilAsync(report => report.Id == id);
        }
    }
}
