import { callListener } from "./call-listener.js";

const reported = new Set();

/** Calls `onUnknown` for each entry of a type or a version that this copy of the library doesn't know. The console gets each type and version once. */
export function report(entries, onUnknown) {
  for (const entry of entries) {
    const { type, schema = 1 } = entry;
    const name = `${type} ${schema}`;
    if (!reported.has(name)) console.warn(`livefeed.js doesn't know entries of the type ${type}, version ${schema}. A newer copy may.`);
    reported.add(name);
    callListener(onUnknown, entry);
  }
}
