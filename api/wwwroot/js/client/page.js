// The page that the library runs in. Elsewhere, as in Node.js, nothing is ever hidden, and these events never come.

/** What dispatches `online`, `pagehide` and the like. @type {EventTarget} */
export const pageWindow = "document" in globalThis ? globalThis : new EventTarget();

/** What dispatches `visibilitychange` and the like. @type {EventTarget} */
export const pageDocument = globalThis.document ?? new EventTarget();

/** Whether there are tabs, which share a connection. */
export const hasTabs = "document" in globalThis && "BroadcastChannel" in globalThis;

export function isHidden() {
  return globalThis.document?.visibilityState === "hidden";
}
