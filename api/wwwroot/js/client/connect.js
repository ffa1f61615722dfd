import { callListener } from "./call-listener.js";
import { EventFormat } from "./event-format.js";
import { FeedState } from "./feed-state.js";
import { defaultSession, baseUrl } from "./base-url.js";
import { SharedFeed } from "./shared-feed.js";
import { onPageResume } from "./page-resume.js";

const hiddenFor = 60_000;

/**
 * Follows an event. livefeed.d.ts describes every option and callback.
 *
 * @param {import("../../livefeed.js").ConnectOptions} options
 * @returns {import("../../livefeed.js").Connection}
 */
export function connect({ eventId, matches, teams, divisions, types, onState, onEntry, onStatus, base = baseUrl, session = defaultSession() }) {
  const filter = Object.entries({ matches, teams, divisions, types }).filter(([, values]) => values?.length > 0);
  const query = (more = {}) => {
    const parts = [...filter, ...Object.entries(more)].filter(([, value]) => value !== "" && value !== 0);
    return parts.length === 0 ? "" : `?${new URLSearchParams(parts)}`;
  };
  const source = { address: new URL(`api/events/${encodeURIComponent(eventId)}`, base).href, query, session };
  const state = new FeedState();
  const listening = new AbortController();
  const { signal } = listening;
  const format = new EventFormat(source, signal);
  const reading = {
    cursor: "",
    get entries() {
      return state.entries;
    },
    apply(batch) {
      reading.cursor = batch.cursor;
      state.apply(batch);
      format.complete(state, () => callListener(onState, state));
      if (!batch.snapshot) for (const entry of batch.entries) callListener(onEntry, entry, state);
      callListener(onState, state, batch.reset);
    },
  };

  /** @type {import("../../livefeed.js").Status} */
  let status = { code: undefined };
  let shared = null;
  let readAs;
  const show = (latest) => {
    if (latest.code === status.code && latest.reason === status.reason) return;
    status = latest;
    callListener(onStatus, status);
  };
  const join = () => {
    // The next user must not see what was sent to the previous one.
    if (session.user?.id !== readAs) reading.cursor = "";
    readAs = session.user?.id;
    // Tabs of different users must not share a connection: one user may see what another may not.
    const name = [source.address, query(), readAs ?? ""].join(" ");
    shared = new SharedFeed({ name, reading, source, onStatus: show });
  };
  let resting = 0;
  const leave = () => {
    clearTimeout(resting);
    shared?.leave();
    shared = null;
  };
  // Nobody looks at a hidden page. When it is visible again, it resumes from its cursor.
  const rest = () => {
    clearTimeout(resting);
    if (document.visibilityState === "hidden") resting = setTimeout(leave, hiddenFor);
    else if (!shared) join();
  };

  const stopWaking = onPageResume((isDoubtful) => shared?.wake(isDoubtful));
  addEventListener("offline", () => shared?.lose(), { signal });
  session.addEventListener("change", () => {
    if (!shared) return;
    if (session.user?.id !== readAs) {
      leave();
      join();
      rest();
    } else if (status.code === "sign-in-needed" && session.user) {
      shared.restart();
    }
  }, { signal });
  // A page in the back-forward cache must hold neither the lock nor the connection. When it returns, it resumes from its cursor.
  addEventListener("pagehide", leave, { signal });
  document.addEventListener("visibilitychange", rest, { signal });
  addEventListener("pageshow", ({ persisted }) => persisted && !shared && join(), { signal });

  show({ code: "connecting" });
  join();
  rest();
  return {
    get state() {
      return state;
    },
    get status() {
      return status;
    },
    reconnect: () => shared?.restart(),
    close() {
      listening.abort();
      stopWaking();
      leave();
    },
  };
}
