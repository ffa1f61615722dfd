import { byId, element, setText } from "../shared/dom.js";
import { teamName } from "../shared/format.js";
import { pressureOf, setsWon } from "./rules.js";
import { withPoint } from "./score.js";

const words = { point: "Point", game: "Game", goal: "Goal" };

/** The two halves of the screen, one for each team: a tap adds a point. A button below each takes a point away. */
export class ScorePads {
  #keeping;
  #halves;
  #listening = new AbortController();
  #isTapped = false;

  constructor(keeping) {
    this.#keeping = keeping;
    this.#halves = [1, 2].map((team) => this.#half(team));
  }

  show({ match, score, format, isKept }) {
    if (!isKept) return;
    const won = setsWon(score, format);
    const current = score.sets.at(-1) ?? { team1: 0, team2: 0 };
    const isOver = score.status === "final" || score.status === "cancelled";
    const unit = format.sport === "football" && score.sets.length > 1 ? "Penalty" : words[format.unit];
    for (const { team, half, minus, parts } of this.#halves) {
      const name = teamName(match, team);
      const points = current[`team${team}`];
      setText(parts.what, `${unit} for `);
      setText(parts.name, name);
      setText(parts.points, `${points}`);
      setText(parts.sets, format.setsToWin ? `${won[`team${team}`]} ${won[`team${team}`] === 1 ? "set" : "sets"}` : "");
      const pressure = pressureOf(score, team, format);
      setText(parts.pressure, pressure);
      parts.pressure.hidden = pressure === "";
      half.dataset.length = points > 99 ? "long" : "";
      half.disabled = isOver;
      minus.disabled = isOver || points === 0;
      minus.setAttribute("aria-label", `−1, ${name}`);
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
    const { session, matchId, step } = this.#keeping;
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
