using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Pages;

public sealed partial class OfflineShellTests
{
    [Fact]
    public async Task The_worker_costs_a_304_until_a_file_changes()
    {
        var site = Directory.CreateTempSubdirectory("livefeed-site-").FullName;
        foreach (var (file, text) in new[] { ("pages/score.html", "<p>"), ("js/shared/format.js", "1"), ("js/client/outbox.js", "2"), ("js/pages/coverage.js", "3") })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(site, file))!);
            await File.WriteAllTextAsync(Path.Combine(site, file), text);
        }

        await using var server = await LiveFeedServer.StartAsync($"/webroot={site}");
        using var first = await server.Http.SendAsync("GET", "/sw.js");
        var etag = first.Header("ETag")!;
        Assert.Equal("text/javascript; charset=utf-8", first.Header("Content-Type"));
        Assert.Contains("\"js/client/outbox.js\":\"sha256-", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(site, "js/pages/coverage.js"), "another page's");
        using var again = await server.Http.SendAsync("GET", "/sw.js", null, ("If-None-Match", etag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(etag, again.Header("ETag"));
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());

        await File.WriteAllTextAsync(Path.Combine(site, "js/client/outbox.js"), "4");
        using var changed = await server.Http.SendAsync("GET", "/sw.js", null, ("If-None-Match", etag));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(etag, changed.Header("ETag"));
        Assert.NotEqual(await first.Content.ReadAsStringAsync(), await changed.Content.ReadAsStringAsync());
        Directory.Delete(site, true);
    }

    [Fact]
    public async Task Every_module_that_the_page_imports_is_there_without_a_network()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var shell = JsonSerializer.Deserialize<Dictionary<string, string>>(Shell().Match(await server.Http.GetStringAsync("/sw.js")).Groups[1].Value)!;
        var (seen, left) = (new HashSet<string>(), new Queue<string>(["js/pages/score.js", "js/scoring/worker.js"]));
        while (left.TryDequeue(out var module))
        {
            if (!seen.Add(module))
                continue;
            var address = new Uri(server.Http.BaseAddress!, module);
            foreach (Match import in Import().Matches(await server.Http.GetStringAsync(address)))
                left.Enqueue(server.Http.BaseAddress!.MakeRelativeUri(new Uri(address, import.Groups[1].Value)).ToString());
        }

        Assert.Contains("js/scoring/scoring-session.js", seen);
        Assert.Empty(seen.Except(shell.Keys));
    }

    [GeneratedRegex("""openShell\("[^"]+", (\{.*\})\);""")]
    private static partial Regex Shell();

    [GeneratedRegex("""^(?:(?:import|export)\b[^;"=]*\bfrom|import) "([^"]+)";""", RegexOptions.Multiline)]
    private static partial Regex Import();
}
