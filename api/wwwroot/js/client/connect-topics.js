import { callListener } from "./call-listener.js";
import { defaultSession, baseUrl } from "./base-url.js";
import { FeedReading } from "./feed-reading.js";
import { isReadable, reportUnknown } from "./feed-state.js";
import { keepWhileSeen } from "./page-life.js";
import { TopicsReader } from "./topics-reader.js";

const ids = String.raw`-?\d{1,10}(,-?\d{1,10})*`;
const wellFormed = new RegExp(String.raw`^[\w/-]{1,160}(\?(&?(matches|teams|divisions)=${ids}|&?types=[a-z-]+(,[a-z-]+)*)*)?$`);

/**
 * Follows several topics on one connection, which all tabs share. livefeed.d.ts describes every option and callback.
 *
 * @param {import("../../livefeed.js").TopicsOptions} options
 * @returns {import("../../livefeed.js").TopicsConnection}
 */
export function connectTopics({ topics, onState, onEntry, onUnknown, onSignal, onClosed, onStatus, base = baseUrl, session = defaultSession() }) {
  /** @type {Map<string, FeedReading>} */
  const readings = new Map();
  const follow = (wanted) => {
    const keys = new Set(wanted);
    // One that the server rejects would stop all that is on its connection, of other tabs too.
    for (const key of keys) if (!wellFormed.test(key)) throw new TypeError(`${key} is no topic. One is a path and a filter, such as events/cup?teams=7,8.`);
    for (const key of readings.keys()) if (!keys.has(key)) readings.delete(key);
    for (const key of keys) if (!readings.has(key)) readings.set(key, read(key));
  };
  const read = (key) => new FeedReading((batch, state) => {
    reportUnknown(batch.entries, (entry) => callListener(onUnknown, entry, key));
    if (!batch.snapshot) for (const entry of batch.entries.filter(isReadable)) callListener(onEntry, entry, state, key);
    callListener(onState, state, key, batch.reset);
  });
  follow(topics);
  const life = keepWhileSeen({
    session,
    onStatus,
    share(userId, isAnother) {
      // The next user must not see what was sent to the previous one.
      if (isAnother) for (const reading of readings.values()) reading.forget();
      // Tabs of different users must not share a connection: one user may see what another may not.
      const reader = new TopicsReader(readings, { base, session }, (topic, code) => callListener(onClosed, topic, code), (topic, signal) => callListener(onSignal, signal, topic));
      return { name: ["topics", base, userId ?? ""].join(" "), reader };
    },
  });
  return {
    state: (topic) => readings.get(topic)?.state,
    get status() {
      return life.status;
    },
    follow(wanted) {
      follow(wanted);
      life.change();
    },
    reconnect: life.reconnect,
    close: life.close,
  };
}
