import { element, setText } from "../shared/dom.js";
import { clockText } from "../shared/format.js";
import { text } from "../shared/text.js";

const tick = 5_000;
// A longer time between two ticks means that the machine was asleep.
const slept = 20_000;
// Restarts of the server and changes of network are over sooner, and spectators need not see them.
const patience = 4_000;
const tryAgainEvery = 60_000;

/** @type {Record<string, TextKey>} */
const live = { live: "shared.connection.live", polling: "shared.connection.polling" };
/** @type {Record<string, TextKey>} */
const ended = {
  "ended": "display.ended",
  "removed": "display.removed",
  "not-found": "shared.connection.notFound",
  "sign-in-needed": "shared.connection.signInNeeded",
  "forbidden": "shared.connection.forbidden",
};

/** Shows whether the scores are up to date: discreetly while they are, and prominently, with the time, when they aren't. */
export class Freshness {
  #line = element("p", "freshness");
  /** @type {{ code: string }} */
  #status = { code: "connecting" };
  #liveAt = 0;
  #last = Date.now();
  #waiting = 0;
  #again;

  /** @param again Connects again. It is called repeatedly in states from which nothing else recovers. */
  constructor(again) {
    this.#again = again;
    this.#line.setAttribute("role", "status");
    setInterval(() => this.#tick(), tick);
    setInterval(() => this.#status.code in ended && this.#again(), tryAgainEvery);
    this.#say(text("shared.connection.connecting"), "connecting");
  }

  get element() {
    return this.#line;
  }

  /** Why there is nothing to follow; empty if there is something. */
  get ending() {
    const { code } = this.#status;
    return code in ended ? text(ended[code]) : "";
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
      this.#say(text(live[code]), "live");
    }
  }

  #staleText() {
    return this.#liveAt ? text("display.notUpToDate", { time: clockText(this.#liveAt) }) : text("display.noServer");
  }

  #tick() {
    const now = Date.now();
    if (this.#status.code in live && now - this.#last < slept) this.#liveAt = now;
    this.#last = now;
  }

  #say(sentence, state) {
    setText(this.#line, sentence);
    this.#line.dataset.state = state;
  }
}
