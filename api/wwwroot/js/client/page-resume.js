// In Node.js nothing is ever hidden, and these events never come.
const { document } = globalThis;
export const pageDocument = document ?? new EventTarget();
export const pageWindow = document ? globalThis : pageDocument;
export const hasTabs = document && "BroadcastChannel" in globalThis;
export const isHidden = () => document?.visibilityState === "hidden";

const tick = 2_000;
const gap = 10_000;

/**
 * Calls back when this page may have missed something: it became visible again, returned from the back-forward cache or was thawed, the
 * network is back, or the machine was asleep. With `true` if its connections are likely dead. Returns a function that stops this.
 */
export function onPageResume(callback) {
  const listening = new AbortController();
  const { signal } = listening;
  // The clock runs on during sleep; performance.now() may not.
  let last = Date.now();
  const woken = () => {
    // Browsers slow down the timers of hidden pages: there a gap means nothing.
    last = Date.now();
    if (!isHidden()) callback(false);
  };
  pageDocument.addEventListener("visibilitychange", woken, { signal });
  pageDocument.addEventListener("resume", woken, { signal });
  pageWindow.addEventListener("online", () => callback(true), { signal });

  const timer = setInterval(() => {
    const passed = Date.now() - last;
    last = Date.now();
    if (passed > gap && !isHidden()) callback(true);
  }, tick);
  signal.addEventListener("abort", () => clearInterval(timer));
  return () => listening.abort();
}
