import { columnsOf } from "../shared/score-columns.js";
import { element, setText } from "../shared/dom.js";
import { momentText, teamName } from "../shared/format.js";
import { clockOf, minuteText, spokenMinute } from "../shared/match-clock.js";
import { formatOf } from "../shared/match-format.js";
import { hasBegun, statusOf } from "../shared/match-status.js";
import { Numbers } from "./numbers.js";
import { phaseText } from "./phase.js";
import { screenReaderScore, screenReaderTeams } from "./screen-reader-text.js";
import { text } from "../shared/text.js";

/** One match of a bracket: a link to its page. */
export class BracketCard {
  #number = element("span", "bracket-number");
  #state = element("span", "bracket-state");
  #where = element("span", "bracket-where");
  #names = [1, 2].map(() => element("span", "team"));
  #lines = [1, 2].map(() => element("span", "numbers"));
  #sides = [0, 1].map((side) => element("span", "side", this.#names[side], this.#lines[side]));
  #numbers = new Numbers(this.#lines);
  // As in the list of matches: a sentence for screen readers, to whom the numbers one by one would mean nothing.
  #spoken = element("span", "visually-hidden");
  #face = element("span", "bracket-face", element("span", "bracket-meta", this.#number, this.#state, this.#where), ...this.#sides);
  #shown = null;
  #frame = {};

  element = element("a", "bracket-match", this.#spoken, this.#face);

  constructor(id) {
    this.#face.ariaHidden = "true";
    this.element.dataset.match = id;
  }

  /**
   * @param {any} shown The match and its score.
   * @param {{ byes?: readonly number[], event: any, favourites: any, favouriteIds: any }} frame
   */
  show(shown, frame) {
    const before = this.#frame;
    if (shown === this.#shown && ["byes", "event", "favouriteIds"].every((name) => frame[name] === before[name])) return;
    this.#shown = shown;
    this.#frame = frame;
    this.#draw();
  }

  /** Points the link to the match within the current view. */
  pointTo(href, isOpen) {
    this.element.setAttribute("href", href);
    if (isOpen) this.element.setAttribute("aria-current", "true");
    else this.element.removeAttribute("aria-current");
  }

  /** Counts on while the clock runs. */
  tick() {
    if (this.#shown && clockOf(this.#shown)?.state === "running") this.#draw();
  }

  #draw() {
    const { match, score } = this.#shown;
    const { byes, event, favourites } = this.#frame;
    const status = statusOf(this.#shown);
    const [state, spokenState] = byes ? [text("brackets.bye"), text("brackets.bye")] : stateOf(this.#shown, event);
    const through = score?.tie?.winner ?? null;
    this.element.dataset.status = status;
    setText(this.#number, [match.number, match.leg && text("brackets.leg", { leg: match.leg })].filter(Boolean).join(" · "));
    setText(this.#state, state);
    setText(this.#where, byes || !["scheduled", "inProgress"].includes(status) ? "" : match.court?.name ?? "");
    this.#names.forEach((name, side) => {
      setText(name, teamName(match, side + 1));
      name.classList.toggle("is-mine", favourites.has(match[`team${side + 1}`]?.id));
      const line = this.#sides[side].classList;
      line.toggle("is-open", !match[`team${side + 1}`]);
      line.toggle("is-winner", score?.winner === side + 1 || through === side + 1);
      line.toggle("is-loser", score?.winner === 2 - side);
      line.toggle("is-serving", hasBegun(status) && score.server === side + 1);
    });
    const [whole, ...periods] = columnsOf(score, event, match).filter(({ kind }) => kind !== "game");
    this.#numbers.show(whole ? [...periods, whole] : []);
    const named = (/** @type {TextKey} */ key, side) => (side ? text(key, { team: teamName(match, side) }) : "");
    setText(this.#spoken, [
      match.number && text("brackets.match", { number: match.number }), match.leg && text("brackets.leg", { leg: match.leg }), screenReaderTeams(match), screenReaderScore(score, event, match),
      // The sentence of an outcome names the winner.
      score?.outcome ? "" : named("brackets.won", score?.winner), named("brackets.goesOn", through), spokenState, this.#where.textContent,
    ].filter(Boolean).join(". "));
  }
}

/** When it is played, or how it stands: for the eye, and as people say it. */
function stateOf(shown, event) {
  const { match } = shown;
  const clock = clockOf(shown);
  if (clock) return [minuteText(clock, formatOf(event, match)), spokenMinute(clock, formatOf(event, match))];
  const state = statusOf(shown) !== "scheduled" ? phaseText(shown, event) : match.startsAt ? momentText(match.startsAt) : "";
  return [state, state];
}
