import { callListener } from "./call-listener.js";
import { EventFormat } from "./event-format.js";
import { EventReader } from "./event-reader.js";
import { FeedReading } from "./feed-reading.js";
import { defaultSession, baseUrl } from "./base-url.js";
import { isReadable, reportUnknown } from "./feed-state.js";
import { keepWhileSeen } from "./page-life.js";

/**
 * Follows an event. livefeed.d.ts describes every option and callback.
 *
 * @param {import("../../livefeed.js").ConnectOptions} options
 * @returns {import("../../livefeed.js").Connection}
 */
export function connect({ eventId, matches, teams, divisions, types, onState, onEntry, onUnknown, onStatus, base = baseUrl, session = defaultSession() }) {
  const filter = Object.entries({ matches, teams, divisions, types }).filter(([, values]) => values?.length > 0);
  const query = (more = {}) => {
    const parts = [...filter, ...Object.entries(more)].filter(([, value]) => value !== "" && value !== 0);
    return parts.length === 0 ? "" : `?${new URLSearchParams(parts)}`;
  };
  const source = { address: new URL(`api/events/${encodeURIComponent(eventId)}`, base).href, query, session };
  const closed = new AbortController();
  const format = new EventFormat(source, closed.signal);
  const reading = new FeedReading((batch, state) => {
    format.complete(state, () => callListener(onState, state));
    reportUnknown(batch.entries, onUnknown);
    if (!batch.snapshot) for (const entry of batch.entries.filter(isReadable)) callListener(onEntry, entry, state);
    callListener(onState, state, batch.reset);
  });
  const life = keepWhileSeen({
    session,
    onStatus,
    share(userId, isAnother) {
      if (isAnother) reading.cursor = "";
      // Tabs of different users must not share a connection: one user may see what another may not.
      return { name: [source.address, query(), userId ?? ""].join(" "), reader: new EventReader(reading, source) };
    },
  });
  return {
    get state() {
      return reading.state;
    },
    get status() {
      return life.status;
    },
    reconnect: life.reconnect,
    close() {
      closed.abort();
      life.close();
    },
  };
}
