import { callListener } from "./call-listener.js";

/** The types of entries that this library knows, each with the major version of its schema that it reads. GET /schemas has those of the server. */
const known = {
  "score-update": 1,
  "claim-update": 1,
  "match-update": 1,
  "event-update": 1,
  incident: 1,
  "clock-update": 1,
  "statistics-update": 1,
  "standings-update": 1,
  "lineup-update": 1,
};

const reported = new Set();

/** Returns whether an entry may be read: not if it is of a known type, and has the shape of a later version. An entry of an unknown type is passed on as it is. */
export function isReadable({ type, schema = 1, removed }) {
  return removed === true || !Object.hasOwn(known, type) || schema <= known[type];
}

/** Calls `onUnknown` for each entry of a type or a version that this library doesn't know. The console gets each type and version once. */
export function reportUnknown(entries, onUnknown) {
  for (const entry of entries) {
    const { type, schema = 1 } = entry;
    if (Object.hasOwn(known, type) && schema <= known[type]) continue;
    const name = `${type} ${schema}`;
    if (!reported.has(name)) console.warn(`LiveFeed: this copy of livefeed.js doesn't know entries of the type ${type}, version ${schema}. A newer one may.`);
    reported.add(name);
    callListener(onUnknown, entry);
  }
}
