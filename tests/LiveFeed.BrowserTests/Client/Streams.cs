namespace LiveFeed.BrowserTests.Client;

/// <summary>Comes between a tab and the streams that it opens, as proxies do.</summary>
internal static class Streams
{
    public const string Route = "**/api/events/*/stream*";

    /// <summary>
    /// Makes streams arrive in pieces whose length is a multiple of <c>seen.pieces</c>, or as they are sent while that is 0 or not set.
    /// </summary>
    public static Task PassStreamsInPiecesAsync(this ClientTab tab) => tab.SeeAsync<object>(
        """
        {
          const { fetch } = window;
          window.fetch = async (address, options) => {
            const response = await fetch(address, options);
            if (!/\/stream\b/.test(address)) return response;
            const held = [];
            const body = response.body.pipeThrough(new TransformStream({
              transform(piece, controller) {
                held.push(...piece);
                const enough = seen.pieces ? seen.pieces * Math.floor(held.length / seen.pieces) : held.length;
                if (enough > 0) controller.enqueue(new Uint8Array(held.splice(0, enough)));
              },
            }));
            return new Response(body, { headers: response.headers });
          };
        }
        """);

    /// <summary>Puts a stream of the test's own in place of the server's; <paramref name="start"/> is what happens when it is opened.</summary>
    public static Task ReplaceStreamsAsync(this ClientTab tab, string start) => tab.SeeAsync<object>(
        $$"""
        {
          const { fetch } = window;
          seen.streams = 0;
          window.fetch = (address, options) => {
            if (!/\/stream\b/.test(address)) return fetch(address, options);
            seen.streams++;
            const body = new ReadableStream({
              start(controller) {
                options.signal.addEventListener("abort", () => controller.error(options.signal.reason));
                {{start}};
              },
            });
            return Promise.resolve(new Response(body, { headers: { "Content-Type": "text/event-stream" } }));
          };
        }
        """);
}
