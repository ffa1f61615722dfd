import { element, setText } from "../shared/dom.js";
import { momentText, teamName } from "../shared/format.js";
import { scoreSummary } from "./score-summary.js";
import { fit } from "./fit.js";
import { outcomeLabel } from "../shared/outcome.js";
import { clockFace, clockOf, clockPeriod, minuteText } from "../shared/match-clock.js";
import { formatOf } from "../shared/match-format.js";
import { hasBegun, statusText } from "../shared/match-status.js";
import { rubberName } from "../shared/rubbers.js";
import { text } from "../shared/text.js";

/** One court on the screen. */
export class Board {
  #shown = "";
  #clock;
  #format;
  #name = element("h2", "court-name");
  #division = element("p", "division");
  #body = element("div", "body");
  #resized = new ResizeObserver(() => this.#fit());

  constructor() {
    this.element = element("section", "court", element("header", "court-head", this.#name, this.#division), this.#body);
    this.#resized.observe(this.element);
  }

  /** Shows a court's view; does nothing if it is already shown. */
  show(court, event) {
    this.#clock = court.current && clockOf(court.current);
    this.#format = court.current && formatOf(event, court.current.match);
    const parts = partsOf(court, event);
    const shown = JSON.stringify(parts);
    if (shown === this.#shown) {
      this.tick();
      return;
    }
    this.#shown = shown;
    setText(this.#name, parts.name);
    setText(this.#division, parts.division ?? "");
    this.element.dataset.state = parts.state;
    this.#body.replaceChildren(...[parts.next && next(parts.next), parts.teams && teams(parts.teams), parts.words && words(parts.words)].filter(Boolean));
    this.tick();
    this.#fit();
  }

  /** Shows what the clock of the match in play shows now. The rest of the court stays as it is. */
  tick() {
    const face = this.#body.querySelector(".clock-face");
    if (face && this.#clock && this.#clock.state !== "ended") setText(face, clockFace(this.#clock, this.#format));
  }

  /** Stops observing the size of a court that leaves the screen. */
  remove() {
    this.#resized.disconnect();
    this.element.remove();
  }

  #fit() {
    for (const group of this.#body.querySelectorAll(".teams, .next")) fit([...group.querySelectorAll(".name")]);
    for (const line of [this.#name, ...this.#body.querySelectorAll(".strip, .words")]) fit([line]);
  }
}

/** The content of a board as texts and numbers only, so that two can be compared. */
function partsOf({ name, isKnown, current, last, next }, event) {
  const { match } = current ?? next ?? last ?? {};
  const division = match && [rubberName({ rubber: match.rubber }), match.division?.name].filter(Boolean).join(" · ");
  if (!isKnown) return { name, state: "empty", words: text("display.unknownCourt") };
  if (current) return { name, division, state: "playing", teams: teamsOf(current, event, statusText(current.score.status)) };
  if (next) return { name, division, state: "between", next: nextOf(next), teams: last && teamsOf(last, event, text("display.lastResult")) };
  if (last) return { name, division, state: "over", teams: teamsOf(last, event, statusText(last.score.status)) };
  return { name, state: "empty", words: text("display.nothingPlannedHere") };
}

function teamsOf({ match, score, clock }, event, state) {
  return {
    state,
    clock: clockParts({ score, clock }, formatOf(event, match)),
    outcome: score.outcome ? outcomeLabel(score.outcome) : "",
    names: [teamName(match, 1), teamName(match, 2)],
    winner: score.winner ?? 0,
    server: hasBegun(score.status) ? score.server ?? 0 : 0,
    ...scoreSummary(score, event, match),
  };
}

/** The period of a running or stopped clock, whose face follows; or that there is a break. */
function clockParts(shown, format) {
  const clock = clockOf(shown);
  if (!clock) return null;
  const isBreak = clock.state === "ended";
  return { words: isBreak ? minuteText(clock, format) : clockPeriod(clock, format), hasFace: !isBreak };
}

function nextOf({ match }) {
  return { at: match.startsAt ? momentText(match.startsAt) : text("shared.timeNotSet"), names: [teamName(match, 1), teamName(match, 2)] };
}

function teams({ state, clock, outcome, names, winner, server, label, large, won, others }) {
  const rows = names.map((name, side) => {
    const isServing = server === side + 1;
    const serves = isServing ? [element("span", "visually-hidden", text("display.serves"))] : [];
    const row = role("row", "team", role("rowheader", "name", name, ...serves));
    row.classList.toggle("is-serving", isServing);
    row.classList.toggle("is-beaten", winner > 0 && winner !== side + 1);
    if (won) row.append(role("cell", "won", `${won[side]}`));
    row.append(role("cell", "points", `${large[side]}`));
    return row;
  });
  const columns = role("row", "visually-hidden", ...[text("shared.team"), won && text("shared.setsWon"), label || text("shared.score")].filter(Boolean).map((word) => role("columnheader", "", word)));
  const table = role("table", "teams", columns, ...rows);
  table.setAttribute("aria-label", state);
  const shownLabel = label && won ? [element("span", "label", label)] : [];
  const periods = others.map(({ label: of, points }) => element("span", "period", element("span", "of", of), ` ${points}`));
  return element("div", "match-board", table,
    element("p", "strip", element("span", "state", state), ...(clock ? [clockLine(clock)] : []), ...(outcome ? [element("span", "outcome", outcome)] : []), ...shownLabel, ...periods));
}

function clockLine({ words: period, hasFace }) {
  return element("span", "clock", ...(period ? [element("span", "", period)] : []), ...(period && hasFace ? [" "] : []), ...(hasFace ? [element("span", "clock-face")] : []));
}

function next({ at, names }) {
  return element("div", "next", element("p", "when", element("span", "label", text("display.next")), ` ${at}`), ...names.map((name) => element("p", "name", name)));
}

function words(message) {
  return element("p", "words", message);
}

// Some browsers don't treat the rows of a grid as a table unless they have roles.
function role(name, className, ...children) {
  const made = element("div", className, ...children);
  made.setAttribute("role", name);
  return made;
}
