import { connect } from "../client/connect-any.js";
import { api } from "../shared/api.js";
import { connectionPill } from "../shared/connection-pill.js";
import { byId, element } from "../shared/dom.js";
import { followsPanel } from "./follows-panel.js";
import { NotificationList } from "./notification-list.js";
import { settingsPanel } from "./settings-panel.js";

/** Shows the user's notifications as they come, what the user follows, and which kinds come. Returns a function that ends it. */
export function showNotifications(page) {
  const ended = new AbortController();
  const { signal } = ended;
  const list = new NotificationList();
  let readUpTo = 0;
  const pill = connectionPill(byId("connection"), () => feed.reconnect());
  const feed = connect({
    topics: ["me"],
    onState: ({ entries }) => {
      readUpTo = Math.max(readUpTo, /** @type {any} */ (entries.find(({ type }) => type === "notifications-read"))?.readUpTo ?? 0);
      list.show(entries.filter(({ type }) => type === "notification"), readUpTo);
      if (!list.element.isConnected) page.replaceChildren(list.element, element("aside", "notification-panels", followsPanel(signal), settingsPanel(signal)));
      read();
    },
    onStatus: (status) => pill.show(status),
  });
  // What comes while nobody looks is new until somebody does.
  document.addEventListener("visibilitychange", read, { signal });
  page.replaceChildren(element("div", "skeleton"));
  return () => {
    ended.abort();
    feed.close();
  };

  async function read() {
    const upTo = list.newest;
    if (document.visibilityState !== "visible" || upTo <= readUpTo) return;
    const before = readUpTo;
    readUpTo = upTo;
    await api.post("api/notifications/read", { upTo }, { signal, isQuiet: true }).catch(() => {
      // The next one that comes says it too.
      if (readUpTo === upTo) readUpTo = before;
    });
  }
}
