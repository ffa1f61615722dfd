/** Keeps the screen on until the signal is aborted, where the browser can and the battery lets it. */
export function stayAwake(signal) {
  let lock = null;
  const hold = async () => {
    if (document.visibilityState !== "visible" || signal.aborted) return;
    try {
      lock = await navigator.wakeLock?.request("screen");
      if (signal.aborted) lock?.release();
    } catch {
      // The battery is low, or the system says no: the screen goes off as usual, and nothing is lost by that.
    }
  };
  // The browser takes the lock away whenever the page isn't seen.
  document.addEventListener("visibilitychange", hold, { signal });
  signal.addEventListener("abort", () => lock?.release());
  hold();
}
