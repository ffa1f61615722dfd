/**
 * Keeps the screen from going dark while the page is seen. Browsers let go of the lock whenever it isn't, and give none over plain HTTP
 * or when the battery is low: then the machine's own settings decide, as docs/operations.md says.
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
  // After a refusal or a release that nothing else tells of.
  setInterval(hold, 60_000);
  hold();
}
