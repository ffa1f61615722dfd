/** Keeps the screen on until the signal is aborted, if the browser supports it and the battery allows it. */
export function stayAwake(signal) {
  let lock = null;
  const hold = async () => {
    if (document.visibilityState !== "visible" || signal.aborted) return;
    try {
      lock = await navigator.wakeLock?.request("screen");
      if (signal.aborted) lock?.release();
    } catch {
      // The battery is low, or the system says no. The screen goes off as usual, and nothing is lost.
    }
  };
  // The browser releases the lock whenever the page is hidden.
  document.addEventListener("visibilitychange", hold, { signal });
  signal.addEventListener("abort", () => lock?.release());
  hold();
}
