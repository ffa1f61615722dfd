// Browsers may deny storage, as in private windows, or have no room left. Then everything here lasts as long as the page.

/** Returns what this browser stores under a key; null if it stores nothing there, or nothing that can be read. */
export function readLocal(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

/** Stores a value under a key, or removes it if the value is null. Returns false if this browser stores nothing. */
export function writeLocal(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
