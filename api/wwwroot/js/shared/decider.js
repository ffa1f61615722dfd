import { text } from "./text.js";

/**
 * What is played apart from the periods: its name, the label of its column, and how its points stand in a row.
 *
 * @type {Record<string, { name: TextKey, label: TextKey, row: TextKey }>}
 */
const kinds = {
  shootOut: { name: "shared.penalties", label: "shared.pens", row: "shared.pensOf" },
  goldenSet: { name: "shared.goldenSet", label: "shared.golden", row: "shared.goldenSetOf" },
  matchTieBreak: { name: "shared.matchTieBreak", label: "shared.tieBreak", row: "shared.matchTieBreakOf" },
};

export function deciderName(decider) {
  return text(kindOf(decider).name);
}

/** Its name where there is little room. */
export function deciderLabel(decider) {
  return text(kindOf(decider).label);
}

/** Formats a decider as "4–3 pens"; empty if there is none. */
export function deciderText(decider) {
  return decider ? text(kindOf(decider).row, { points: `${decider.team1}–${decider.team2}` }) : "";
}

function kindOf({ kind }) {
  return kinds[kind] ?? kinds.shootOut;
}
