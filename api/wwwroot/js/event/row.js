import { columnsOf } from "../shared/score-columns.js";
import { element, setText } from "../shared/dom.js";
import { hasBegun, statusOf } from "../shared/match-status.js";
import { clockText, dayText, isToday, teamName } from "../shared/format.js";
import { clockOf, clockPeriod, minuteText, spokenMinute } from "../shared/match-clock.js";
import { formatOf } from "../shared/match-format.js";
import { rubberName } from "../shared/rubbers.js";
import { Numbers } from "./numbers.js";
import { isOverdue, phaseOf, phaseText } from "./phase.js";
import { screenReaderScore, screenReaderTeams } from "./screen-reader-text.js";
import { text } from "../shared/text.js";

// With more, a phone has no room for names.
const maxPeriodsBesideGame = 3;

/** One match of the list: a link to its page. */
export class Row {
  #when = element("span", "when-main");
  #day = element("span", "when-note");
  #names = [1, 2].map(() => element("span", "team"));
  #lines = [1, 2].map(() => element("span", "numbers"));
  #sides = [0, 1].map((side) => element("span", "side", this.#names[side], this.#lines[side]));
  #overdue = element("span", "overdue");
  #where = element("span", "where");
  #keeper = element("span", "keeper");
  #numbers = new Numbers(this.#lines);
  #spoken = element("span", "visually-hidden");
  // The link contains the row as a sentence and covers the visible cells: read one by one, the cells' numbers would mean nothing.
  #link = element("a", "match-link", this.#spoken);
  #face = element("div", "match-face",
    element("span", "when", this.#when, this.#day),
    element("span", "sides", ...this.#sides),
    element("span", "meta", this.#overdue, this.#where, this.#keeper));

  constructor(id) {
    this.#face.ariaHidden = "true";
    this.element = element("li", "match", this.#link, this.#face);
    this.element.dataset.match = id;
  }

  get link() {
    return this.#link;
  }

  /** Shows the match. Leaves out what the section's heading already shows. */
  update(shown, { event, by, now, showsDay, favourites }) {
    const { match, score } = shown;
    const status = statusOf(shown);
    const clock = clockOf(shown);
    const format = clock && formatOf(event, match);
    const state = clock ? spokenMinute(clock, format) : phaseText(shown, event);
    this.element.dataset.status = status;
    const isAhead = status === "scheduled";
    const server = hasBegun(status) ? score.server : undefined;
    setText(this.#when, isAhead ? (match.startsAt ? clockText(match.startsAt) : text("event.noTime")) : clock ? minuteText(clock, format) : state);
    setText(this.#day, clock ? clockPeriod(clock, format) : noteOf(shown, { isAhead, showsDay, now }));
    this.#names.forEach((name, side) => {
      setText(name, teamName(match, side + 1));
      name.classList.toggle("is-mine", favourites.has(match[`team${side + 1}`]?.id));
      this.#sides[side].classList.toggle("is-winner", score?.winner === side + 1);
      this.#sides[side].classList.toggle("is-serving", server === side + 1);
    });
    // The deciding number stands at the edge, where readers scan down; the running game beside the mark of who serves.
    const columns = columnsOf(score, event, match);
    const [whole, ...periods] = columns.filter(({ kind }) => kind !== "game");
    const game = columns.filter(({ kind }) => kind === "game");
    this.#numbers.show([...game, ...(game.length > 0 ? periods.slice(-maxPeriodsBesideGame) : periods), ...(whole ? [whole] : [])]);

    const where = [by === "court" ? "" : match.court?.name, by === "division" ? "" : match.division?.name, rubberName(match)].filter(Boolean).join(" · ");
    const overdue = isOverdue(shown, now) ? text("event.noScoreYet") : "";
    const scorekeeper = scorekeeperText(shown);
    setText(this.#overdue, overdue);
    setText(this.#where, where);
    setText(this.#keeper, scorekeeper);
    this.#where.classList.toggle("follows", overdue !== "" && where !== "");
    this.#keeper.classList.toggle("follows", scorekeeper !== "" && (overdue !== "" || where !== ""));
    const spoken = [screenReaderTeams(match), screenReaderScore(score, event, match), isAhead ? this.#when.textContent : state, this.#day.textContent, overdue, where, scorekeeper];
    setText(this.#spoken, spoken.filter(Boolean).join(". "));
  }

  /** Points the link to the match within the current view. */
  pointTo(href, isOpen) {
    this.#link.setAttribute("href", href);
    if (isOpen) this.#link.setAttribute("aria-current", "true");
    else this.#link.removeAttribute("aria-current");
  }
}

/** Names the holder of the match's claim; an empty text once the match is over. */
export function scorekeeperText(shown) {
  const { claim } = shown;
  if (phaseOf(shown) === "finished" || claim?.state !== "claimed") return "";
  return claim.claimedBy?.name ? text("event.scoredBy", { name: claim.claimedBy.name }) : "";
}

function noteOf({ match }, { isAhead, showsDay, now }) {
  if (!match.startsAt) return "";
  if (showsDay) return isAhead ? "" : clockText(match.startsAt);
  if (!isToday(match.startsAt, now)) return dayText(match.startsAt, now);
  return isAhead ? "" : clockText(match.startsAt);
}
