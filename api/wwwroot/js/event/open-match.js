import { byId, setText } from "../shared/dom.js";
import { pageEventId } from "../shared/page-address.js";
import { ScoreHistory } from "./history.js";
import { loadFault } from "./load-fault.js";
import { MatchView } from "./match-view.js";
import { rubbersOf } from "../shared/rubbers.js";
import { screenReaderScore, screenReaderTeams } from "./screen-reader-text.js";
import { share } from "../shared/share.js";

const between = 10_000;

/** The match that the address names, shown beside the list or, on a phone, in its place. */
export class OpenMatch {
  #address;
  #favourites;
  #announcer = new Announcer(byId("announced"));
  #section = byId("match");
  #close = byId("match-close");
  #history;
  #view;
  /** @type {import("./rubbers-view.js").RubbersView | null} */
  #rubbers = null;
  #asksForRubbers = false;
  #extrasBox = byId("match-extras");
  #extras = null;
  #isAsked = false;
  #onChange;
  #shown = {};

  constructor({ address, favourites, onChange }) {
    this.#address = address;
    this.#onChange = onChange;
    this.#favourites = favourites;
    this.#history = new ScoreHistory(pageEventId, onChange);
    this.#view = new MatchView(favourites);
    this.#close.addEventListener("click", (event) => {
      event.preventDefault();
      address.go({ match: null });
    });
    byId("match-share").addEventListener("click", () => share({ title: document.title, url: location.href }));
  }

  /** The open match; undefined if none is open or it isn't in the schedule. */
  get match() {
    return this.#shown.match;
  }

  show(matches, { event, view, now, state }) {
    const before = this.#shown;
    const match = view.match === null ? undefined : matches.find((shown) => shown.match.id === view.match);
    this.#shown = { id: view.match, match };
    this.#section.hidden = view.match === null;
    if (view.match !== before.id) {
      this.#announcer.forget();
      this.#history.open(view.match);
      if (match?.score) this.#history.load();
    }
    if (view.match === null) return;

    this.#close.setAttribute("href", this.#address.hrefWith({ match: null }));
    byId("match-gone").hidden = match !== undefined;
    byId("match-body").hidden = match === undefined;
    if (!match) return;
    this.#view.show(match, { event, now, favourites: this.#favourites });
    const isOfTie = match.match.partOf !== undefined || rubbersOf(match.match.id, matches).length > 0;
    if (this.#rubbers) this.#rubbers.show(match, matches, { event, hrefOf: (id) => this.#address.hrefWith({ match: id }) });
    else if (!isOfTie) byId("match-rubbers").hidden = true;
    else if (this.#asksForRubbers) byId("match-rubbers").hidden = byId("match-rubbers").childElementCount === 0;
    else this.#loadRubbers();
    this.#history.take(match.score);
    if (this.#extras) this.#extras.show(match, { event, state, history: this.#history });
    else this.#loadExtras();
    if (before.match && before.id === view.match && before.match.score !== match.score && match.score)
      this.#announcer.say(`${screenReaderTeams(match.match)}: ${screenReaderScore(match.score, event, match.match)}`);
  }

  /** Counts on while the match's clock runs. */
  tick() {
    if (this.match) this.#view.tick();
  }

  take(entry) {
    this.#extras?.take(entry);
  }

  /** Entries may have been missed. */
  reset() {
    this.#extras?.reset();
  }

  // Most events have no ties.
  async #loadRubbers() {
    if (this.#asksForRubbers) return;
    this.#asksForRubbers = true;
    try {
      const { RubbersView } = await import("./rubbers-view.js");
      this.#rubbers = new RubbersView();
      this.#onChange();
    } catch (error) {
      byId("match-rubbers").hidden = false;
      byId("match-rubbers").replaceChildren(loadFault(error));
    }
  }

  // Loaded only now: most visitors see the list.
  async #loadExtras() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    try {
      const { MatchExtras } = await import("./match-extras.js");
      this.#extras = new MatchExtras(this.#extrasBox, pageEventId, { onChange: this.#onChange, onAgain: () => this.#history.load() });
      this.#onChange();
    } catch (error) {
      this.#extrasBox.hidden = false;
      this.#extrasBox.replaceChildren(loadFault(error));
    }
  }

  focus() {
    this.#section.scrollIntoView({ block: "nearest" });
    byId(this.match ? "match-heading" : "match-close").focus({ preventScroll: true });
  }
}

/** Announces texts to screen readers at intervals: if they come too often, only the latest. */
class Announcer {
  #region;
  #timer = 0;
  #next = "";
  #last = -Infinity;

  constructor(region) {
    this.#region = region;
  }

  say(message) {
    this.#next = message;
    this.#timer ||= setTimeout(() => this.#speak(), Math.max(0, this.#last + between - performance.now()));
  }

  /** Drops the pending announcement. */
  forget() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    setText(this.#region, "");
  }

  #speak() {
    this.#timer = 0;
    this.#last = performance.now();
    setText(this.#region, this.#next);
  }
}
