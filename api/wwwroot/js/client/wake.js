const tick = 5_000;
const gap = 20_000;

/**
 * Calls back when this page may have missed something: it is seen again, comes out of the back-forward cache, was thawed, the network is
 * back (`isNewNetwork`), or the clock went on without it. Returns how to stop that.
 */
export function onWake(callback) {
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
    // Of a page that nobody sees, browsers slow the timers down: there a gap means nothing.
    if (passed > gap) woken();
  }, tick);
  signal.addEventListener("abort", () => clearInterval(timer));
  return () => listening.abort();
}
