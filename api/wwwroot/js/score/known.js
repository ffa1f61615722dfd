import { IndexedStore } from "../client/indexed-store.js";
import { siteBase } from "../client/site.js";

const pause = 2_000;
const store = new IndexedStore(`livefeed:known ${new URL(siteBase).pathname}`, { name: "known" });

/** What was known last of something, for a start without a network. Of another user's, who may have seen more, nothing is told. */
export async function lastKnown(name, userId) {
  try {
    const known = await store.run("readonly", (objects, asked) => asked(objects.get(name)));
    return known?.userId === userId ? known.value : undefined;
  } catch {
    // Without storage there is nothing to know, and the network is asked.
    return undefined;
  }
}

/** Keeps what is known, now and then: `keep(value)` comes with every point of a tournament. */
export function knowing(name, userId) {
  let waiting = 0;
  let latest;
  let isKept = false;
  const write = () => {
    clearTimeout(waiting);
    waiting = 0;
    if (latest === undefined) return;
    const value = latest();
    latest = undefined;
    store.run("readwrite", (objects, asked) => asked(objects.put({ userId, value }, name))).catch(() => {});
  };
  let isOver = false;
  const hidden = () => document.visibilityState === "hidden" && write();
  document.addEventListener("visibilitychange", hidden);
  return {
    /**
     * @param value A function, asked when it is time.
     * @param isUrgent What was written here must be known at the next start, even if that comes now.
     */
    keep(value, isUrgent = false) {
      if (isOver) return;
      latest = value;
      if (isUrgent || !isKept) write();
      else waiting ||= setTimeout(write, pause);
      isKept = true;
    },
    /** Ends it, without what waits: it ends where the user does, whose leaving is to leave nothing behind. */
    close() {
      isOver = true;
      clearTimeout(waiting);
      document.removeEventListener("visibilitychange", hidden);
    },
  };
}

/** Forgets what was known to anybody but this user: who signs out, on whatever page, leaves nothing to the next. */
export function forgetOthers(userId) {
  return store.run("readwrite", (objects) => {
    objects.openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return;
      if (cursor.value.userId !== userId) cursor.delete();
      cursor.continue();
    };
  }).catch(() => {});
}
