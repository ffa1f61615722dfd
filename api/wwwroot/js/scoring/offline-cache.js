import { IndexedStore } from "../client/indexed-store.js";
import { baseUrl } from "../client/base-url.js";

const pause = 2_000;
const store = new IndexedStore(`livefeed:known ${new URL(baseUrl).pathname}`, { name: "known" });

/** Returns the last stored state of something, for a start without a network. Another user, who may have had more access, gets nothing. */
export async function lastCached(name, userId) {
  try {
    const known = await store.run("readonly", (objects, settled) => settled(objects.get(name)));
    return known?.userId === userId ? known.value : undefined;
  } catch {
    // Without storage nothing is known, and the state comes from the network.
    return undefined;
  }
}

/** Stores a state from time to time: `keep(value)` is called for every point of a tournament. */
export function openCache(name, userId) {
  let waiting = 0;
  let latest;
  let isKept = false;
  const write = () => {
    clearTimeout(waiting);
    waiting = 0;
    if (latest === undefined) return;
    const value = latest();
    latest = undefined;
    store.run("readwrite", (objects, settled) => settled(objects.put({ userId, value }, name))).catch(() => {});
  };
  let isOver = false;
  const hidden = () => document.visibilityState === "hidden" && write();
  document.addEventListener("visibilitychange", hidden);
  return {
    /**
     * @param value A function that returns the state, called when it is time to store it.
     * @param isUrgent Store it now: this device's own updates must be known at the next start, even if that comes at once.
     */
    keep(value, isUrgent = false) {
      if (isOver) return;
      latest = value;
      if (isUrgent || !isKept) write();
      else waiting ||= setTimeout(write, pause);
      isKept = true;
    },
    /** Stops without saving pending data: the user has signed out, and nothing of theirs may stay on the device. */
    close() {
      isOver = true;
      clearTimeout(waiting);
      document.removeEventListener("visibilitychange", hidden);
    },
  };
}

/** Deletes what was stored for all other users: if a user signs out, on any page, nothing is left for the next one. */
export function deleteOtherCaches(userId) {
  return store.run("readwrite", (objects) => {
    objects.openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return;
      if (cursor.value.userId !== userId) cursor.delete();
      cursor.continue();
    };
  }).catch(() => {});
}
