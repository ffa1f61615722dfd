const key = "livefeed:coverage:taken";

/** Records, for the next page in this tab, how many matches were taken over from a shared plan. */
export function handOver(count) {
  try {
    sessionStorage.setItem(key, `${count}`);
  } catch {
    // Without storage, only the plan itself shows it.
  }
}

/** Returns that number once, and then 0; 0 also if nothing was recorded. */
export function handedOver() {
  try {
    const count = Number(sessionStorage.getItem(key));
    sessionStorage.removeItem(key);
    return count;
  } catch {
    return 0;
  }
}
