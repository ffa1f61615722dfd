import { api } from "../shared/api.js";
import { problemText } from "../shared/problem-text.js";

const pageSize = 100;
const second = 1_000;
// While an organizer builds a bracket match by match, all readers would ask at every step, and at the same moment.
const leastPause = 2 * second;
const spread = second;
const pauseAfterFailure = 10 * second;

/**
 * The brackets of an event, as the server arranges them. They are read again only if something changes that they follow from: the divisions of matches,
 * the sources of sides, ties and pools. Teams and scores come from the feed.
 */
export class BracketReader {
  #path;
  #onChange;
  #matches = [];
  #standings = [];
  #wanted = "";
  #read = null;
  #isReading = false;
  #notBefore = 0;
  #timer = 0;

  /** As `GET …/brackets` lists them; null until they are known. */
  brackets = null;

  /** Why they couldn't be read, in words; empty if they could. */
  failure = "";

  constructor(eventId, onChange) {
    this.#path = `api/events/${encodeURIComponent(eventId)}/brackets`;
    this.#onChange = onChange;
  }

  /** Takes the state of the feed, and reads the brackets if it says something new. */
  take(matches, standings) {
    const entries = matches.map(({ match }) => match);
    if (entries.length !== this.#matches.length || standings !== this.#standings || entries.some((match, index) => match !== this.#matches[index])) {
      this.#matches = entries;
      this.#standings = standings;
      this.#wanted = structureOf(entries, standings);
    }
    this.#readLater();
  }

  /** Reads them now, after a failure. */
  again() {
    this.#notBefore = 0;
    this.#readLater();
  }

  #readLater() {
    if (this.#wanted === this.#read || this.#isReading) return;
    clearTimeout(this.#timer);
    const pause = this.#notBefore - performance.now();
    if (pause > 0) this.#timer = setTimeout(() => this.#load(), pause);
    else this.#load();
  }

  async #load() {
    const wanted = this.#wanted;
    this.#isReading = true;
    try {
      const brackets = [];
      for (let total = 1; brackets.length < total; ) {
        const page = await api.get(`${this.#path}?limit=${pageSize}&offset=${brackets.length}`, { isQuiet: true });
        total = page.items.length === 0 ? 0 : page.total;
        brackets.push(...page.items);
      }
      this.brackets = brackets;
      this.#read = wanted;
      this.failure = "";
      this.#notBefore = performance.now() + leastPause + Math.random() * spread;
    } catch (error) {
      this.failure = problemText(error);
      this.#notBefore = performance.now() + Math.max(pauseAfterFailure, error.retryAfter ?? 0);
    }
    this.#isReading = false;
    this.#onChange();
  }
}

/** What brackets follow from, as a text that can be compared. A side with a source has the same place whichever team it has. */
function structureOf(matches, standings) {
  const sideOf = (match, side) => match[`team${side}From`] ?? (match[`team${side}`] ? "" : match[`team${side}Label`]);
  return JSON.stringify([
    matches.map((match) => [match.id, match.division, match.tieId, match.leg, sideOf(match, 1), sideOf(match, 2)]),
    standings.map(({ poolId, division }) => [poolId, division.id]),
  ]);
}
