namespace LiveFeed.BrowserTests.Browser;

/// <summary>What all tests of accessibility rely on.</summary>
[Collection(InBrowser.Name)]
public sealed class AxeTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Finds_what_shuts_somebody_out_also_when_it_comes_later()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        Assert.Empty(await Axe.FindingsAsync(viewed.Page));

        await viewed.Page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('img'))");

        Assert.StartsWith("image-alt: ", Assert.Single(await Axe.FindingsAsync(viewed.Page)), StringComparison.Ordinal);
    }
}
