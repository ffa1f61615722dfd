import { byId, element, setText } from "../shared/dom.js";
import { teamName } from "../shared/format.js";
import { gameTexts, isDeuce } from "./game-points.js";
import { pressureOf, setsWon, totalOf } from "./rules.js";
import { currentOf, isOpen } from "./score.js";
import { isByRally } from "./serving.js";
import { spokenTap } from "./spoken-tap.js";
import { countsGamePoints, isInMatchTieBreak, isUndecidedFinal, tapped } from "./tap.js";
import { text } from "../shared/text.js";

/** @type {Record<string, TextKey>} */
const units = { point: "scoring.pointFor", game: "scoring.gameFor", goal: "scoring.goalFor", run: "scoring.runFor", leg: "scoring.legFor", frame: "scoring.frameFor", rubber: "scoring.rubberFor" };

/** The two halves of the screen, one for each team: a tap adds a point. A button below each takes a point away. */
export class ScorePads {
  #context;
  #halves;
  #listening = new AbortController();
  #format;
  #tappedFrom = null;

  constructor(context) {
    this.#context = context;
    this.#halves = [1, 2].map((team) => this.#half(team));
  }

  show({ match, score, format, isKept }) {
    if (!isKept) return;
    const won = setsWon(score, format);
    this.#format = format;
    const total = totalOf(score);
    const current = isOpen(score) && countsGamePoints(score, format) ? gameTexts(score, format) : currentOf(score);
    const isClosed = !isOpen(score) || isUndecidedFinal(score, format);
    const unit = unitOf(score, format);
    for (const { team, half, minus, parts } of this.#halves) {
      const name = teamName(match, team);
      const points = `${current[`team${team}`]}`;
      setText(parts.what, text(unit));
      setText(parts.name, name);
      setText(parts.points, points);
      setText(parts.sets, noteOf(score, team, format, won[`team${team}`], total[`team${team}`]));
      parts.serves.hidden = score.server !== team || !hasServer(score, format);
      // Of games alone nobody knows which point is next.
      const pressure = format.kind !== "games" || unit === "scoring.pointFor" ? pressureText(score, team, format) : "";
      setText(parts.pressure, pressure);
      parts.pressure.hidden = pressure === "";
      half.dataset.length = points.length > 2 || points === "AD" ? "long" : "";
      half.disabled = isClosed;
      minus.disabled = isClosed || points === "0";
      minus.setAttribute("aria-label", text("scoring.minusOne", { team: name }));
      setText(minus, "−1");
    }
    this.#speak(match, score, format);
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
      serves: element("span", "half-serves", text("scoring.serves")), sets: element("span", "half-sets"), pressure: element("span", "half-pressure"),
    };
    half.replaceChildren(parts.what, parts.name, parts.points, element("span", "half-note", parts.serves, parts.sets, parts.pressure));
    half.addEventListener("click", () => this.#tap(team, 1), { signal });
    minus.addEventListener("click", () => this.#tap(team, -1), { signal });
    return { team, half, minus, parts };
  }

  #tap(team, by) {
    const { session, matchId, step } = this.#context;
    const before = session.score(matchId);
    const score = tapped(before, team, by, this.#format);
    if (!score) return;
    this.#tappedFrom ??= before;
    navigator.vibrate?.(15);
    step(score);
  }

  // Only points that were tapped on this device are announced, not those of other users.
  #speak(match, score, format) {
    if (!this.#tappedFrom) return;
    setText(byId("spoken"), spokenTap(match, this.#tappedFrom, score, format));
    this.#tappedFrom = null;
  }
}

/** Whether who serves follows from the taps, so that it is true. */
function hasServer(score, format) {
  return isOpen(score) && (format.kind === "games" || isByRally(format));
}

function pressureText(score, team, format) {
  const pressure = pressureOf(score, tapped(score, team, 1, format), team, format);
  const isDeciding = format.noAd && countsGamePoints(score, format) && isDeuce(score, format);
  return pressure || (isDeciding ? text("scoring.decidingPoint") : "");
}

/** @returns {TextKey} */
function unitOf(score, format) {
  const { decider } = score;
  if (decider) return decider.kind === "shootOut" ? "scoring.penaltyFor" : "scoring.pointFor";
  return isInMatchTieBreak(score, format) || countsGamePoints(score, format) ? "scoring.pointFor" : units[format.unit];
}

/** What stands beside the large number: the games and sets won, or what the team has in all periods. */
function noteOf(score, team, format, won, total) {
  const { sets, decider } = score;
  if (countsGamePoints(score, format)) {
    const games = text("scoring.gamesWon", { count: sets.at(-1)?.[`team${team}`] ?? 0 });
    return format.bestOf === 1 ? games : `${text("scoring.setsWon", { count: won })} · ${games}`;
  }
  if (format.isInSets && format.bestOf !== 1) return text(format.period === "game" ? "scoring.gamesWon" : "scoring.setsWon", { count: won });
  return sets.length > 1 || decider ? text("scoring.inAll", { count: total }) : "";
}
