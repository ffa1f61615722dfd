/** What a feed has told so far: the latest entry of every key. */
export class EventState {
  #entries = new Map();

  /** Takes a message of the stream: a snapshot takes the place of everything, an entry that of the one with its key. */
  apply(message) {
    if (message.type === "snapshot")
      this.#entries = new Map(message.entries.map((entry) => [entry.key, entry]));
    else if (message.removed)
      this.#entries.delete(message.key);
    else if (message.key)
      this.#entries.set(message.key, message);
  }

  /** The event itself; undefined until it is known. */
  get event() {
    return this.#entries.get("event");
  }

  /** Every match with what is known of it. */
  get matches() {
    return [...this.#entries.values()]
      .filter((entry) => entry.type === "match-update")
      .map((match) => ({
        match,
        score: this.#entries.get(`score/${match.id}`),
        claim: this.#entries.get(`claim/${match.id}`),
      }));
  }
}

const groups = { inProgress: "now", scheduled: "upcoming", final: "finished", cancelled: "finished" };

export function statusOf({ score }) {
  return score?.status ?? "scheduled";
}

/** Matches as they are listed: in play and upcoming by start, finished with the latest first. */
export function grouped(matches) {
  const lists = { now: [], upcoming: [], finished: [] };
  for (const shown of matches)
    lists[groups[statusOf(shown)] ?? "upcoming"].push(shown);
  lists.now.sort(byStart);
  lists.upcoming.sort(byStart);
  lists.finished.sort((a, b) => compare(b.score.lastUpdated, a.score.lastUpdated) || byStart(a, b));
  return lists;
}

// What has no time yet comes last.
function byStart(a, b) {
  return compare(a.match.startsAt ?? "~", b.match.startsAt ?? "~") || a.match.id - b.match.id;
}

// By code units: times are all of one form, in UTC, so they sort as text, but not by any language's rules.
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
