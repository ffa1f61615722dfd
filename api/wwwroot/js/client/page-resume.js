const tick = 5_000;
const gap = 20_000;

/**
 * Calls back when this page may have missed something: it became visible again, returned from the back-forward cache or was thawed, the
 * network is back (`isNewNetwork`), or its timers stood still. Returns a function that stops this.
 */
export function onPageResume(callback) {
  const listening = new AbortController();
  const { signal } = listening;
  const woken = () => document.visibilityState === "visible" && callback(false);
  document.addEventListener("visibilitychange", woken, { signal });
  document.addEventListener("resume", woken, { signal });
  addEventListener("online", () => callback(true), { signal });

  let last = Date.now();
  const timer = setInterval(() => {
    const passed = Date.now() - last;
    last = Date.now();
    // Browsers slow down the timers of hidden pages: there a gap means nothing.
    if (passed > gap) woken();
  }, tick);
  signal.addEventListener("abort", () => clearInterval(timer));
  return () => listening.abort();
}
