/**
 * Keeps the screen on while the page is visible. Browsers release the lock whenever it is hidden, and reject it over plain HTTP or if the
 * battery is low. Then the machine's own settings decide, as docs/operations.md says.
 */
export function stayAwake() {
  if (!navigator.wakeLock) return;
  let isHeld = false;
  const hold = async () => {
    if (isHeld || document.visibilityState !== "visible") return;
    isHeld = true;
    try {
      const lock = await navigator.wakeLock.request("screen");
      lock.addEventListener("release", () => { isHeld = false; });
    } catch {
      isHeld = false;
    }
  };
  document.addEventListener("visibilitychange", hold);
  // Tries again after a rejection, or after a release without an event.
  setInterval(hold, 60_000);
  hold();
}
