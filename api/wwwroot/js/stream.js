const firstDelay = 3_000;
const longestDelay = 60_000;

/**
 * Follows an event: hands on every message of its stream, and tells how the connection stands, which is one of
 * connecting, live, reconnecting, waiting (for the next attempt), archived, removed, missing and members.
 * Returns a function that tries again at once.
 */
export function follow(eventId, onMessage, onConnection) {
  const address = `api/events/${encodeURIComponent(eventId)}`;
  let source = null;
  let cursor = "";
  let delay = firstDelay;
  let timer = 0;

  function open() {
    close();
    onConnection(cursor ? "reconnecting" : "connecting");
    const opened = new EventSource(cursor ? `${address}/stream?lastEventId=${encodeURIComponent(cursor)}` : `${address}/stream`);
    source = opened;
    opened.onopen = () => {
      delay = firstDelay;
      onConnection("live");
    };
    opened.onmessage = (message) => {
      cursor = message.lastEventId;
      onMessage(JSON.parse(message.data));
    };
    opened.addEventListener("bye", (bye) => {
      if (["event_archived", "event_deleted"].includes(JSON.parse(bye.data).code)) findOut();
    });
    // A break is the browser's to mend, with all that was missed. A refusal is final for it, and it doesn't say why.
    opened.onerror = () => {
      if (opened.readyState === EventSource.CLOSED) findOut();
      else onConnection("reconnecting");
    };
  }

  function close() {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  /** Asks the feed, which tells how an event that can't be streamed stands; and shows its state, whatever the stream's trouble is. */
  async function findOut() {
    close();
    const outcome = await ask();
    if (source !== null) return;
    onConnection(outcome);
    if (outcome !== "waiting") return;
    timer = setTimeout(open, delay * (0.5 + Math.random()));
    delay = Math.min(delay * 2, longestDelay);
  }

  async function ask() {
    try {
      const answer = await fetch(`${address}/feed`, { cache: "no-store" });
      if (answer.status === 400 || answer.status === 404) return cursor ? "removed" : "missing";
      if (answer.status === 401 || answer.status === 403) return "members";
      if (!answer.ok) return "waiting";
      const page = await answer.json();
      cursor = page.cursor;
      onMessage({ type: "snapshot", entries: page.entries });
      return page.entries.find((entry) => entry.key === "event")?.archived ? "archived" : "waiting";
    } catch {
      return "waiting";
    }
  }

  addEventListener("online", () => {
    if (source !== null) open();
  });
  open();
  return open;
}
