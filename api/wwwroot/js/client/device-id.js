import { newId } from "./ids.js";
import { readLocal, writeLocal } from "./local-storage.js";

const key = "livefeed:device";
let inMemory;

/**
 * Returns a random id of this browser. A match that is claimed with it is scored from here only, so that two devices of one account don't
 * overwrite each other's points. It lasts as long as the page if the browser stores nothing.
 */
export function deviceId() {
  const stored = readLocal(key);
  if (typeof stored === "string") return stored;
  inMemory ??= newId();
  writeLocal(key, inMemory);
  return inMemory;
}
