import { byId, element, setText } from "../shared/dom.js";
import { teamName } from "../shared/format.js";
import { pressureOf, setsWon, totalOf } from "./rules.js";
import { currentOf, isOpen, withPoint } from "./score.js";
import { text } from "../shared/text.js";

/** @type {Record<string, TextKey>} */
const units = { point: "scoring.pointFor", game: "scoring.gameFor", goal: "scoring.goalFor", run: "scoring.runFor", leg: "scoring.legFor", frame: "scoring.frameFor", rubber: "scoring.rubberFor" };

/** The two halves of the screen, one for each team: a tap adds a point. A button below each takes a point away. */
export class ScorePads {
  #context;
  #halves;
  #listening = new AbortController();
  #isTapped = false;

  constructor(context) {
    this.#context = context;
    this.#halves = [1, 2].map((team) => this.#half(team));
  }

  show({ match, score, format, isKept }) {
    if (!isKept) return;
    const won = setsWon(score, format);
    const total = totalOf(score);
    const current = currentOf(score);
    const isClosed = !isOpen(score);
    const unit = unitOf(score, format);
    for (const { team, half, minus, parts } of this.#halves) {
      const name = teamName(match, team);
      const points = current[`team${team}`];
      setText(parts.what, text(unit));
      setText(parts.name, name);
      setText(parts.points, `${points}`);
      setText(parts.sets, noteOf(score, format, won[`team${team}`], total[`team${team}`]));
      const pressure = pressureOf(score, team, format);
      setText(parts.pressure, pressure);
      parts.pressure.hidden = pressure === "";
      half.dataset.length = points > 99 ? "long" : "";
      half.disabled = isClosed;
      minus.disabled = isClosed || points === 0;
      minus.setAttribute("aria-label", text("scoring.minusOne", { team: name }));
      setText(minus, "−1");
    }
    this.#speak(match, current);
  }

  close() {
    this.#listening.abort();
  }

  #half(team) {
    const { signal } = this.#listening;
    const half = byId("halves").querySelector(`[data-team="${team}"]`);
    const minus = byId("foot").querySelector(`[data-minus="${team}"]`);
    const parts = {
      what: element("span", "visually-hidden"), name: element("span", "half-name"), points: element("span", "half-points"),
      sets: element("span", "half-sets"), pressure: element("span", "half-pressure"),
    };
    half.replaceChildren(parts.what, parts.name, parts.points, element("span", "half-note", parts.sets, parts.pressure));
    half.addEventListener("click", () => this.#tap(team, 1), { signal });
    minus.addEventListener("click", () => this.#tap(team, -1), { signal });
    return { team, half, minus, parts };
  }

  #tap(team, by) {
    const { session, matchId, step } = this.#context;
    const score = withPoint(session.score(matchId), team, by);
    if (!score) return;
    this.#isTapped = true;
    navigator.vibrate?.(15);
    step(score);
  }

  // Only points that were tapped on this device are announced, not those of other users.
  #speak(match, { team1, team2 }) {
    if (!this.#isTapped) return;
    this.#isTapped = false;
    setText(byId("spoken"), `${teamName(match, 1)} ${team1}, ${teamName(match, 2)} ${team2}`);
  }
}

/** @returns {TextKey} */
function unitOf({ decider, sets }, format) {
  if (decider) return decider.kind === "shootOut" ? "scoring.penaltyFor" : "scoring.pointFor";
  // A match tie-break counts points.
  const isTieBreak = format.kind === "games" && format.finalSet?.startsWith("matchTieBreak") && format.bestOf > 1 && sets.length === format.bestOf;
  return isTieBreak ? "scoring.pointFor" : units[format.unit];
}

/** What stands beside the large number: the sets won, or what the team has in all periods. */
function noteOf({ sets, decider }, format, won, total) {
  if (format.isInSets && format.bestOf !== 1) return text(format.period === "game" ? "scoring.gamesWon" : "scoring.setsWon", { count: won });
  return sets.length > 1 || decider ? text("scoring.inAll", { count: total }) : "";
}
