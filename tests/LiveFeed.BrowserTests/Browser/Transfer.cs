using Microsoft.Playwright;

namespace LiveFeed.BrowserTests.Browser;

/// <summary>
/// What a page has cost the network so far, as the browser counts it: with headers, and compressed if it was sent compressed.
/// </summary>
internal sealed class Transfer
{
    private int requests;
    private long bytes;

    private Transfer()
    {
    }

    public int Requests => requests;

    /// <summary>Bytes of the requests that have ended, and so of no stream.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    public static async Task<Transfer> OfAsync(IPage page)
    {
        var transfer = new Transfer();
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Network.requestWillBeSent").OnEvent += (_, _) => Interlocked.Increment(ref transfer.requests);
        session.Event("Network.loadingFinished").OnEvent += (_, told) =>
            Interlocked.Add(ref transfer.bytes, (long)told!.Value.GetProperty("encodedDataLength").GetDouble());
        await session.SendAsync("Network.enable");
        return transfer;
    }
}
