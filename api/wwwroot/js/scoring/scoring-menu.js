import { confirmDialog } from "../shared/dialog.js";
import { arrange, button, byId, setText } from "../shared/dom.js";
import { closeOutside } from "../shared/menu.js";
import { teamName } from "../shared/format.js";
import { isOver } from "../shared/match-status.js";
import { correctSets } from "./correction.js";
import { askClock } from "./clock-dialog.js";
import { endedPeriod } from "./clock-steps.js";
import { askOutcome } from "./outcome-dialog.js";
import { handOver } from "./release-claim.js";
import { ManageRight } from "./manage-right.js";
import { signScore, takeSignatureBack } from "./sign-score.js";
import { mayEnd, mayShootOut, startText } from "./rules.js";
import { ended, finished, withNextSet, withShootOutStarted, withStatus } from "./score.js";
import { other } from "./serving.js";
import { text } from "../shared/text.js";

let isWatched = false;

/**
 * The statuses in which a match stops, with what is asked before.
 *
 * @type {Record<string, { word: TextKey, title: TextKey, question: TextKey }>}
 */
const stops = {
  postponed: { word: "scoring.postpone", title: "scoring.postponeTitle", question: "scoring.postponeText" },
  suspended: { word: "scoring.suspend", title: "scoring.suspendTitle", question: "scoring.suspendText" },
  abandoned: { word: "scoring.abandon", title: "scoring.abandonTitle", question: "scoring.abandonText" },
  cancelled: { word: "scoring.cancel", title: "scoring.cancelTitle", question: "scoring.cancelText" },
};

/** Less common actions, behind the More button. */
export class ScoringMenu {
  #context;
  #shown;
  #wasOfficial = false;
  #menu = /** @type {HTMLDetailsElement} */ (byId("more"));
  #choices;
  #right;
  #listening = new AbortController();

  constructor(context) {
    this.#context = context;
    this.#right = new ManageRight(context.session.eventId, context.changed);
    this.#menu.addEventListener("toggle", () => this.#askWhoseRight(), { signal: this.#listening.signal });
    if (!isWatched) closeOutside(this.#menu);
    isWatched = true;
    this.#choices = this.#all().map((choice) => ({ ...choice, element: this.#button(choice) }));
  }

  show(shown) {
    this.#shown = shown;
    this.#menu.hidden = !shown.isKept;
    if (!shown.isKept) return;
    if (shown.isOfficial && !this.#wasOfficial) this.#right.ask();
    this.#wasOfficial = shown.isOfficial;
    const due = this.#choices.filter(({ isDue, isForSigned, isForTies }) => (isForSigned || !shown.isOfficial) && (isForTies || shown.rubbers.length === 0) && isDue(shown));
    for (const { element, word } of due) setText(element, typeof word === "string" ? word : word(shown));
    arrange(this.#menu.querySelector(".menu-items"), due.map(({ element }) => element));
  }

  close() {
    this.#listening.abort();
    this.#menu.open = false;
    for (const id of ["halves", "foot"]) byId(id).removeAttribute("data-swapped");
  }

  #all() {
    const { session, matchId, step, choices, changed } = this.#context;
    const score = () => session.score(matchId);
    const choose = (change) => {
      change();
      changed();
    };
    const is = (...statuses) => (shown) => statuses.includes(shown.score.status);
    const isEnded = (shown) => isOver(shown.score.status);
    return [
      { word: (shown) => startText(shown.score, shown.format), isDue: (shown) => startText(shown.score, shown.format) !== "", act: () => step(withNextSet(score(), this.#shown.format)) },
      { word: text("scoring.startShootOut"), isDue: (shown) => mayShootOut(shown.score, shown.format), act: () => step(withShootOutStarted(score())) },
      { word: text("scoring.clock.end"), isDue: ({ clock, score: { status } }) => clock && clock.state !== "ended" && !isOver(status), act: () => session.writeClock(matchId, endedPeriod(session.clock(matchId))) },
      { word: text("scoring.clock.set"), isDue: ({ clock, score: { status } }) => clock && !isOver(status), act: () => this.#setClock() },
      { word: text("scoring.finish"), isDue: is("inProgress"), act: () => this.#finish() },
      { word: text("scoring.outcome.choose"), isDue: (shown) => !isEnded(shown), act: () => this.#end(), isForTies: true },
      { word: text("scoring.outcome.takeBack"), isDue: (shown) => shown.rubbers.length > 0 && shown.score.outcome, act: () => step(ofTie(withStatus(score(), "scheduled"))), isForTies: true },
      { word: text("scoring.correct"), isDue: () => true, act: () => correctSets(this.#context) },
      { word: text("scoring.changeServer"), isDue: (shown) => shown.score.server !== undefined && is("inProgress")(shown), act: () => step({ ...score(), server: other(score().server) }) },
      { word: text("scoring.finalSet.change"), isDue: ({ format: { gamesOnly, finalSet } }) => !gamesOnly && finalSet !== session.formatOf(matchId).finalSet, act: () => choose(() => choices.chooseFinalSet(null)) },
      { word: ({ format: { gamesOnly } }) => text(gamesOnly ? "scoring.countPoints" : "scoring.countGamesOnly"), isDue: ({ format }) => format.kind === "games", act: () => choose(() => choices.toggleGamesOnly()) },
      { word: text("scoring.swap"), isDue: () => true, act: swapSides, isForSigned: true },
      { word: text("scoring.sign"), isDue: is("final"), act: () => signScore(session, matchId), isForTies: true },
      { word: text("scoring.reopen"), isDue: isEnded, act: () => step(withStatus(score(), "inProgress")) },
      { word: text(stops.postponed.word), isDue: is("scheduled"), act: () => this.#stop("postponed") },
      { word: text(stops.suspended.word), isDue: is("inProgress"), act: () => this.#stop("suspended") },
      { word: text(stops.abandoned.word), isDue: is("inProgress", "suspended"), act: () => this.#stop("abandoned") },
      { word: text(stops.cancelled.word), isDue: (shown) => !isEnded(shown), act: () => this.#stop("cancelled") },
      { word: text("scoring.handOver"), isDue: ({ claim }) => claim.mode === "mine", act: () => handOver(session, matchId), isForSigned: true, isForTies: true },
      // The last one: it may appear while the menu is open, and must not move the others.
      { word: text("scoring.sign.takeBack"), isDue: ({ isOfficial }) => isOfficial && this.#right.isGiven, act: () => takeSignatureBack(session, matchId), isForSigned: true, isForTies: true },
    ];
  }

  #button({ act }) {
    const made = button("", "button quiet");
    made.addEventListener("click", () => {
      this.#menu.open = false;
      this.#menu.querySelector("summary").focus();
      act();
    });
    return made;
  }

  #askWhoseRight() {
    if (this.#menu.open && this.#shown?.isOfficial) this.#right.ask();
  }

  async #setClock() {
    const { session, matchId } = this.#context;
    const reading = await askClock(session.clock(matchId), session.formatOf(matchId));
    if (reading) session.writeClock(matchId, reading);
  }

  async #finish() {
    const { session, matchId, step } = this.#context;
    const { format, match } = this.#shown;
    if (!mayEnd(session.score(matchId), format)) {
      this.#end({ mayBePlayed: true });
      return;
    }
    const question = text("scoring.finishText", { one: teamName(match, 1), other: teamName(match, 2) });
    if (await confirmDialog({ title: text("scoring.finishTitle"), text: question, confirm: text("scoring.finish") })) step(finished(session.score(matchId)));
  }

  async #end({ mayBePlayed = false } = {}) {
    const { session, matchId, step } = this.#context;
    const { match, score } = this.#shown;
    const outcome = await askOutcome({ match, isBegun: score.status === "inProgress" || score.status === "suspended", mayBePlayed });
    if (!outcome) return;
    const latest = session.score(matchId);
    if (outcome === "played") step(finished(latest));
    else step(this.#shown.rubbers.length > 0 ? ofTie(ended(latest, outcome)) : ended(latest, outcome));
  }

  async #stop(status) {
    const { session, matchId, step } = this.#context;
    const { word, title, question } = stops[status];
    if (await confirmDialog({ title: text(title), text: text(question), confirm: text(word), isDanger: status === "cancelled" || status === "abandoned" }))
      step(withStatus(session.score(matchId), status));
  }
}

// Its sets follow from its rubbers, and may be others by the time that this is sent.
function ofTie(score) {
  return { ...score, sets: [] };
}

// Only visually, for when the teams change ends: team 1 stays team 1.
function swapSides() {
  for (const id of ["halves", "foot"]) byId(id).toggleAttribute("data-swapped");
}
