import { callListener } from "./call-listener.js";
import { isHidden, onPageResume, pageDocument, pageWindow } from "./page-resume.js";
import { SharedFeed } from "./shared-feed.js";

const hiddenFor = 60_000;

/**
 * Keeps a page's part in a shared connection for as long as somebody may look at it: it leaves when the page is hidden for long, and comes back; it
 * begins anew when another user signs in.
 *
 * @param {{ session: any, share: (userId: string | undefined, isAnother: boolean) => { name: string, reader: any }, onStatus?: (status: any) => void }} options
 * `share` says what is shared, as a user.
 */
export function keepWhileSeen({ session, share, onStatus }) {
  const listening = new AbortController();
  const { signal } = listening;
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
    const isAnother = session.user?.id !== readAs;
    readAs = session.user?.id;
    shared = new SharedFeed({ ...share(readAs, isAnother), onStatus: show });
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
    if (isHidden()) resting = setTimeout(leave, hiddenFor);
    else if (!shared) join();
  };

  const stopWaking = onPageResume((isDoubtful) => shared?.wake(isDoubtful));
  pageWindow.addEventListener("offline", () => shared?.lose(), { signal });
  session.addEventListener("change", () => {
    if (!shared) return;
    if (session.user?.id !== readAs) {
      leave();
      join();
      rest();
    } else if ((status.code === "sign-in-needed" || shared.needsUser) && session.user) {
      shared.restart();
    }
  }, { signal });
  // A page in the back-forward cache must hold neither the lock nor the connection. When it returns, it resumes from its cursor.
  pageWindow.addEventListener("pagehide", leave, { signal });
  pageDocument.addEventListener("visibilitychange", rest, { signal });
  pageWindow.addEventListener("pageshow", (/** @type {any} */ { persisted }) => persisted && !shared && join(), { signal });

  show({ code: "connecting" });
  join();
  rest();
  return {
    signal,
    get status() {
      return status;
    },
    change: () => shared?.change(),
    reconnect: () => shared?.restart(),
    close() {
      listening.abort();
      stopWaking();
      leave();
    },
  };
}
