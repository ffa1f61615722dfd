import { askedPause } from "./backoff.js";
import { rejectionOf } from "./responses.js";
import { learnServerTime } from "./server-time.js";
import { blocksOf } from "./sse.js";

// The server sends a comment at once, and another one after every 15 seconds of silence.
const firstWithin = 6_000;
const nextWithin = 45_000;
// A large snapshot on a slow connection is not silence. Bytes that never become a message are.
const completeWithin = 60_000;
// Something in between may hold small messages back until there are enough of them. A small piece that arrives alone proves that nothing does;
// then silence is doubtful only when a comment is overdue.
const smallPiece = 500;
const alone = 1_000;
const doubtAfter = 6_000;
const doubtAfterProof = 20_000;

/**
 * Runs one connection of the stream until it ends, and returns the end, never throws:
 * `{ code, status, retryAfter, lived, retry }`. `lived` is how long it was open, `retry` the pause that the server asked for.
 *
 * It uses fetch. An EventSource gives up for good at the first response that isn't 200, doesn't report its status or Retry-After, and
 * hides the comments, so that a buffering proxy, or a connection that died during sleep, looks like a quiet match.
 *
 * `onDoubt` is called while there is silence that nothing explains, with its length.
 */
export async function openStream(url, cursor, signal, { onOpen, onHeard, onMessage, onDoubt }) {
  const silence = new AbortController();
  const headers = { Accept: "text/event-stream" };
  if (cursor) headers["Last-Event-ID"] = cursor;
  let timer = 0;
  let doubt = 0;
  let isProven = false;
  let pieceAt = 0;
  let heardAt = performance.now();
  let opened = 0;
  let retry = 1_000;
  const end = (code, more) => ({ code, ...more, lived: opened ? performance.now() - opened : 0, retry });
  const listen = () => {
    const left = heardAt + (opened ? completeWithin : firstWithin) - performance.now();
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), Math.min(left, nextWithin));
  };
  const watch = (within) => {
    clearTimeout(doubt);
    doubt = setTimeout(() => {
      onDoubt(performance.now() - pieceAt);
      watch(doubtAfter);
    }, within);
  };
  const onBytes = (length) => {
    const now = performance.now();
    isProven ||= opened > 0 && length < smallPiece && now - pieceAt > alone;
    pieceAt = now;
    listen();
    watch(isProven ? doubtAfterProof : doubtAfter);
  };
  listen();
  try {
    const response = await fetch(url, { headers, cache: "no-store", signal: AbortSignal.any([signal, silence.signal]) });
    learnServerTime(response.headers.get("Date"));
    if (response.status === 204) return end("event_archived");
    if (!response.ok) return end(undefined, await rejectionOf(response));
    // For example, the sign-in page of a hotel's network.
    if (!response.headers.get("Content-Type")?.startsWith("text/event-stream")) return end("not_a_stream");
    for await (const block of blocksOf(response.body, onBytes)) {
      if (signal.aborted) break;
      if (!opened) {
        opened = performance.now();
        onOpen();
      }
      heardAt = performance.now();
      listen();
      onHeard();
      if (/^\d+$/.test(block.retry)) retry = askedPause(Number(block.retry));
      if (block.event === "bye") return end(JSON.parse(block.data).code);
      if (block.data && (!block.event || block.event === "topic-closed")) onMessage(block.id, JSON.parse(block.data), block.event);
    }
    return end(signal.aborted ? signal.reason.code : "network");
  } catch {
    if (signal.aborted) return end(signal.reason.code);
    return end(silence.signal.aborted ? "silent" : "network");
  } finally {
    clearTimeout(timer);
    clearTimeout(doubt);
  }
}
