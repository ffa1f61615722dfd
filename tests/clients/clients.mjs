// Each client opens a stream and hands every message to a handler, as its own documentation says. It returns what tells whether it still tries, and
// how to close it.
import { fetchEventSource } from "@microsoft/fetch-event-source";
import EventSource2 from "eventsource-2";
import { EventSource as EventSource4 } from "eventsource-4";
import { createParser } from "eventsource-parser";
import { EventSource as ExtendedEventSource } from "extended-eventsource";
import ReconnectingEventSource from "reconnecting-eventsource";
import { EventSource as UndiciEventSource } from "undici";

// Libraries for browsers take these for granted.
globalThis.window ??= globalThis;
globalThis.document ??= { addEventListener() {}, removeEventListener() {} };

/** By the name of the package in package.json: `open(url, onMessage)`, where `onMessage(data, id)` throws if the data is not JSON. */
export const clients = {
  "eventsource-2": (url, onMessage) => follow(new EventSource2(url), onMessage),
  "eventsource-4": (url, onMessage) => follow(new EventSource4(url), onMessage),
  undici: (url, onMessage) => follow(new UndiciEventSource(url), onMessage),
  "extended-eventsource": (url, onMessage) => follow(new ExtendedEventSource(url, { disableLogger: true }), onMessage),
  "reconnecting-eventsource": (url, onMessage) => follow(new ReconnectingEventSource(url, { eventSourceClass: EventSource4 }), onMessage),
  "@microsoft/fetch-event-source": followWithFetch,
  "eventsource-parser": followWithParser,
};

function follow(source, onMessage) {
  source.onmessage = ({ data, lastEventId }) => onMessage(data, lastEventId);
  return { isTrying: () => source.readyState !== 2, close: () => source.close() };
}

function followWithFetch(url, onMessage) {
  return running((signal) => fetchEventSource(url, {
    signal,
    openWhenHidden: true,
    onmessage: ({ data, id }) => onMessage(data, id),
    // Without this the library takes the end of a stream for its last word.
    onclose() {
      throw new Error("The stream has ended.");
    },
  }));
}

// This library only parses. The rest is what its users write around it.
function followWithParser(url, onMessage) {
  return running(async (signal) => {
    let [last, retry] = ["", 1_000];
    const parser = createParser({
      onEvent({ data, id }) {
        last = id ?? last;
        onMessage(data, last);
      },
      onRetry: (milliseconds) => (retry = milliseconds),
    });
    while (!signal.aborted) {
      try {
        const response = await fetch(url, { signal, headers: { Accept: "text/event-stream", ...(last && { "Last-Event-ID": last }) } });
        if (response.status === 204) return;
        for await (const text of response.body.pipeThrough(new TextDecoderStream())) parser.feed(text);
      } catch (error) {
        // A lost connection is what this client is here to survive.
        if (!(error instanceof TypeError) && !signal.aborted) throw error;
      }
      parser.reset();
      await new Promise((resolve) => setTimeout(resolve, retry));
    }
  });
}

/** A client that is a promise: it tries until the promise is settled. */
function running(start) {
  const closing = new AbortController();
  let isTrying = true;
  start(closing.signal).catch((error) => closing.signal.aborted || console.error(error)).finally(() => (isTrying = false));
  return { isTrying: () => isTrying, close: () => closing.abort() };
}
