// The browser's picker of dates shows and takes the reader's local time.

/** Returns a time as the picker takes it; empty if there is none. */
export function localText(time) {
  if (!time) return "";
  const at = new Date(time);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Returns what the picker shows as the API takes it; null if it is empty. */
export function wireText(local) {
  return local ? new Date(local).toISOString() : null;
}
