import { baseUrl } from "../client/base-url.js";

/** The part of a plan that this device stores: under a separate name for each event and user. */
export class PlanStorage {
  #key;

  constructor(eventId, userId = "") {
    this.#key = `livefeed:coverage:${new URL(baseUrl).pathname}:${eventId}:${userId}`;
  }

  read() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#key));
      return Array.isArray(kept?.selected) ? { selected: whole(kept.selected), base: whole(kept.base ?? []), etag: kept.etag ?? null } : null;
    } catch {
      return null;
    }
  }

  /** Returns false if this browser stores nothing. */
  write(plan) {
    try {
      if (plan) localStorage.setItem(this.#key, JSON.stringify(plan));
      else localStorage.removeItem(this.#key);
      return true;
    } catch {
      return false;
    }
  }

  /** Calls back when another tab of this browser has changed it. */
  follow(onChange, signal) {
    addEventListener("storage", ({ key }) => key === this.#key && onChange(), { signal });
  }
}

function whole(ids) {
  return ids.filter(Number.isInteger);
}
