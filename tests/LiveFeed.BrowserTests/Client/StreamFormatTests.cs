using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InAnotherBrowser.Name)]
public sealed class StreamFormatTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("\\n")]
    [InlineData("\\r\\n")]
    [InlineData("\\r")]
    public async Task Reads_a_stream_whatever_its_lines_end_with_and_wherever_it_is_cut(string end)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();

        var blocks = await tab.SeeAsync<string>(
            $$"""
            (async () => {
              const { blocksOf } = await import("/js/client/sse.js");
              const lines = [
                ": welcome", "retry: 2417", "id: a.1", 'data: {"n":"Ö"}', "", "data: one", "data:two", "data", "unknown: x", "",
                ": keep-alive", "event: bye", "data: {}", "", "",
              ];
              const bytes = new TextEncoder().encode("\uFEFF" + lines.join("{{end}}"));
              const results = new Set();
              for (let size = 1; size <= bytes.length; size++) {
                const body = new ReadableStream({
                  start(controller) {
                    for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
                    controller.close();
                  },
                });
                const blocks = [];
                for await (const block of blocksOf(body, () => {})) blocks.push(block);
                results.add(JSON.stringify(blocks));
              }
              return [...results].join(" or ");
            })()
            """);

        Assert.Equal(
            """[{},{"retry":"2417"},{"id":"a.1","data":"{\"n\":\"Ö\"}"},{"data":"one\ntwo\n"},{},{"event":"bye","data":"{}"}]""", blocks);
    }
}
