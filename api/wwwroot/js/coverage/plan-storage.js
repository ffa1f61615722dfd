import { baseUrl } from "../client/base-url.js";
import { readLocal, writeLocal } from "../client/local-storage.js";

/** The part of a plan that this device stores: under a separate name for each event and user. */
export class PlanStorage {
  #key;

  constructor(eventId, userId = "") {
    this.#key = `livefeed:coverage:${new URL(baseUrl).pathname}:${eventId}:${userId}`;
  }

  read() {
    const kept = readLocal(this.#key);
    return Array.isArray(kept?.selected) ? { selected: whole(kept.selected), base: whole(kept.base ?? []), etag: kept.etag ?? null } : null;
  }

  /** Returns false if this browser stores nothing. */
  write(plan) {
    return writeLocal(this.#key, plan);
  }

  /** Calls back when another tab of this browser has changed it. */
  follow(onChange, signal) {
    addEventListener("storage", ({ key }) => key === this.#key && onChange(), { signal });
  }
}

function whole(ids) {
  return ids.filter(Number.isInteger);
}
