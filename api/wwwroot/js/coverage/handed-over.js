const key = "livefeed:coverage:taken";

/** Leaves word, for the page that follows in this tab, of how many matches were taken over from a shared plan. */
export function handOver(count) {
  try {
    sessionStorage.setItem(key, `${count}`);
  } catch {
    // Then the plan itself has to tell.
  }
}

/** How many were; told once, and 0 where there is no word. */
export function handedOver() {
  try {
    const count = Number(sessionStorage.getItem(key));
    sessionStorage.removeItem(key);
    return count;
  } catch {
    return 0;
  }
}
