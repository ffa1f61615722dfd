import { element, setText } from "../shared/dom.js";
import { clockText } from "../shared/format.js";

const tick = 5_000;
// A longer time between two ticks means that the machine was asleep.
const slept = 20_000;
// Restarts of the server and changes of network are over sooner, and spectators need not see them.
const patience = 4_000;
const tryAgainEvery = 60_000;

const live = { live: "Live", polling: "Live, a little later than usual" };
const ended = {
  "ended": "This event has ended.",
  "removed": "This event was removed.",
  "not-found": "There is no event with this id.",
  "sign-in-needed": "This event is for its members: sign in to see it.",
  "forbidden": "This event is for its members: ask an organizer to add you.",
};

/** Shows whether the scores are up to date: discreetly while they are, and prominently, with the time, when they aren't. */
export class Freshness {
  #text = element("p", "freshness");
  /** @type {{ code: string }} */
  #status = { code: "connecting" };
  #liveAt = 0;
  #last = Date.now();
  #waiting = 0;
  #again;

  /** @param again Connects again. It is called repeatedly in states from which nothing else recovers. */
  constructor(again) {
    this.#again = again;
    this.#text.setAttribute("role", "status");
    setInterval(() => this.#tick(), tick);
    setInterval(() => this.#status.code in ended && this.#again(), tryAgainEvery);
    this.#say("Connecting…", "connecting");
  }

  get element() {
    return this.#text;
  }

  /** Why there is nothing to follow; empty if there is something. */
  get ending() {
    return ended[this.#status.code] ?? "";
  }

  /** @param {import("../../livefeed.js").Status} status */
  show({ code, reason }) {
    // A new attempt to follow an ended feed: it still counts as ended until the attempt brings another result.
    if (code === "connecting" || (this.ending && code === "reconnecting")) return;
    this.#status = { code: code === "ended" && reason !== "event_archived" ? "removed" : code };
    const isStale = !(code in live) && !this.ending;
    if (isStale) {
      // Counted from the first sign of trouble, whatever is tried meanwhile.
      this.#waiting ||= setTimeout(() => this.#say(this.#staleText(), "stale"), patience);
      return;
    }

    clearTimeout(this.#waiting);
    this.#waiting = 0;
    if (this.ending) {
      this.#say(this.ending, "ended");
    } else {
      this.#liveAt = Date.now();
      this.#say(live[code], "live");
    }
  }

  #staleText() {
    return this.#liveAt ? `Not up to date since ${clockText(this.#liveAt)}` : "The server can’t be reached";
  }

  #tick() {
    const now = Date.now();
    if (this.#status.code in live && now - this.#last < slept) this.#liveAt = now;
    this.#last = now;
  }

  #say(text, state) {
    setText(this.#text, text);
    this.#text.dataset.state = state;
  }
}
