import { deciderText } from "./decider.js";
import { outcomeLabel } from "./outcome.js";

/** Formats a set as "25–20", and "7–6(4)" with the loser's points of its tie-break. */
export function pointsText({ team1, team2, tieBreak }) {
  return `${team1}–${team2}${tieBreak ? `(${Math.min(tieBreak.team1, tieBreak.team2)})` : ""}`;
}

/** Formats a whole score in a row: "6–4  2–1 ret.", "1–1 (4–3 pens)"; empty if there is nothing. */
export function scoreText({ sets, decider, outcome }, separator = "  ") {
  return [sets.map(pointsText).join(separator), decider && `(${deciderText(decider)})`, outcome && outcomeLabel(outcome)].filter(Boolean).join(" ");
}
