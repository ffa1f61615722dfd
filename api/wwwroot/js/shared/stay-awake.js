const again = 60_000;

/**
 * Keeps the screen on while the page is visible, until the signal is aborted. Browsers release the lock whenever the page is hidden, and
 * reject it over plain HTTP or if the battery is low. Then the device's own settings decide, as docs/operations.md says.
 */
export function stayAwake(signal = new AbortController().signal) {
  if (!navigator.wakeLock) return;
  let lock = null;
  let isAsking = false;
  const hold = async () => {
    if (isAsking || (lock && !lock.released) || document.visibilityState !== "visible" || signal.aborted) return;
    isAsking = true;
    try {
      lock = await navigator.wakeLock.request("screen");
      if (signal.aborted) lock.release();
    } catch {
      // Tried again in a minute, or when the page becomes visible.
      lock = null;
    } finally {
      isAsking = false;
    }
  };
  document.addEventListener("visibilitychange", hold, { signal });
  const timer = setInterval(hold, again);
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    lock?.release();
  });
  hold();
}
