// Types of entries, with the major version of their schemas (GET /schemas).
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
  announcement: 1,
  message: 1,
  notification: 1,
  "notifications-read": 1,
};

const isKnown = ({ type, schema = 1 }) => schema <= known[type];

/** Returns whether an entry isn't a later version of a known type. */
export const isReadable = (entry) => entry.removed || !Object.hasOwn(known, entry.type) || isKnown(entry);

let reporter;

export function reportUnknown(entries, onUnknown) {
  const unknown = entries.filter((entry) => !isKnown(entry));
  if (unknown.length === 0) return;
  // One promise, so that they are reported in order.
  reporter ??= import("./unknown-entries.js");
  reporter.then(({ report }) => report(unknown, onUnknown)).catch((error) => {
    // The next one tries again.
    reporter = undefined;
    console.error("Entries of an unknown type could not be reported.", error);
  });
}

/** The state of a feed: the latest entry of every key. Its size depends on the number of matches, not on the number of changes. */
export class FeedState {
  #entries = new Map();
  #matches = new Map();
  #list = null;
  #standings = null;
  #announcements = null;

  /** Applies a batch: a snapshot replaces everything, an entry replaces the one with the same key. */
  apply({ snapshot, entries }) {
    if (snapshot) {
      this.#entries.clear();
      this.#matches.clear();
      this.#list = null;
      this.#standings = null;
      this.#announcements = null;
    }
    for (const entry of entries) {
      // What can't be read takes the place of what was there: that is no longer true.
      if (entry.removed || !isReadable(entry)) this.#entries.delete(entry.key);
      else if (entry.key) this.#entries.set(entry.key, entry);
      if (entry.key) this.#gather(entry.key);
    }
  }

  get entries() {
    return [...this.#entries.values()];
  }

  /** The latest entry of a key, such as score/17. */
  get(key) {
    return this.#entries.get(key);
  }

  /** The event itself; undefined until it is known. */
  get event() {
    return this.#entries.get("event");
  }

  /**
   * Every match with its score, claim and clock. A match that didn't change is the same object as before, so a page only has to look at the
   * others.
   */
  get matches() {
    return (this.#list ??= [...this.#matches.values()]);
  }

  /** The standings of every pool: the same list as before if none changed. */
  get standings() {
    return (this.#standings ??= this.entries.filter(({ type }) => type === "standings-update"));
  }

  /** What the organizers announce, the newest first: the same list as before if nothing of it changed. */
  get announcements() {
    return (this.#announcements ??= this.entries.filter(({ type }) => type === "announcement").sort((a, b) => (a.at + a.id < b.at + b.id ? 1 : -1)));
  }

  #gather(key) {
    const [kind, id] = key.split("/");
    if (kind === "standings") this.#standings = null;
    if (kind === "announcement") this.#announcements = null;
    if (kind !== "match" && kind !== "score" && kind !== "claim" && kind !== "clock") return;
    const match = this.get(`match/${id}`);
    if (match) this.#matches.set(id, { match, score: this.get(`score/${id}`), claim: this.get(`claim/${id}`), clock: this.get(`clock/${id}`) });
    else if (!this.#matches.delete(id)) return;
    this.#list = null;
  }
}
