import { byId, element, setText } from "../shared/dom.js";
import { teamName } from "../shared/format.js";
import { pressureOf, setsWon } from "./rules.js";
import { withPoint } from "./score.js";
import { text } from "../shared/text.js";

/** @type {Record<string, TextKey>} */
const units = { point: "scoring.pointFor", game: "scoring.gameFor", goal: "scoring.goalFor" };

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
    const current = score.sets.at(-1) ?? { team1: 0, team2: 0 };
    const isOver = score.status === "final" || score.status === "cancelled";
    const unit = format.sport === "football" && score.sets.length > 1 ? "scoring.penaltyFor" : units[format.unit];
    for (const { team, half, minus, parts } of this.#halves) {
      const name = teamName(match, team);
      const points = current[`team${team}`];
      setText(parts.what, text(unit));
      setText(parts.name, name);
      setText(parts.points, `${points}`);
      setText(parts.sets, format.setsToWin ? text("scoring.setsWon", { count: won[`team${team}`] }) : "");
      const pressure = pressureOf(score, team, format);
      setText(parts.pressure, pressure);
      parts.pressure.hidden = pressure === "";
      half.dataset.length = points > 99 ? "long" : "";
      half.disabled = isOver;
      minus.disabled = isOver || points === 0;
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
