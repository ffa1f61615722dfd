import { outcomeLabel } from "./outcome.js";
import { text } from "./text.js";

/** @type {Record<string, TextKey>} */
const deciders = { shootOut: "shared.pensOf", goldenSet: "shared.goldenSetOf", matchTieBreak: "shared.matchTieBreakOf" };

/** Formats a set as "25–20", and "7–6(4)" with the loser's points of its tie-break. */
export function setText({ team1, team2, tieBreak }) {
  return `${team1}–${team2}${tieBreak ? `(${Math.min(tieBreak.team1, tieBreak.team2)})` : ""}`;
}

/** Formats sets in a row, such as "25–20  13–11"; empty if there are none. */
export function setsText(sets, separator = "  ") {
  return sets.map(setText).join(separator);
}

/** Formats a decider as "4–3 pens"; empty if there is none. */
export function deciderText(decider) {
  return decider ? text(deciders[decider.kind] ?? "shared.pensOf", { points: `${decider.team1}–${decider.team2}` }) : "";
}

/** Formats a whole score in a row: "6–4  2–1 ret.", "1–1 (4–3 pens)"; empty if there is nothing. */
export function scoreText({ sets, decider, outcome }, separator = "  ") {
  return [setsText(sets, separator), decider && `(${deciderText(decider)})`, outcome && outcomeLabel(outcome)].filter(Boolean).join(" ");
}
