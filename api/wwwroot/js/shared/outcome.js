import { teamName } from "./format.js";
import { text } from "./text.js";

/** Why a match ended other than by play, the usual ones first. */
export const outcomeKinds = ["retired", "walkover", "forfeit", "defaulted", "disqualified", "awarded", "drawn"];

/** @type {Record<string, TextKey>} */
const labels = {
  retired: "shared.outcome.ret", walkover: "shared.outcome.wo", forfeit: "shared.outcome.forfeit", defaulted: "shared.outcome.def",
  disqualified: "shared.outcome.dsq", awarded: "shared.outcome.awarded", drawn: "shared.outcome.drawn",
};
/** @type {Record<string, TextKey>} */
const won = {
  retired: "shared.outcome.wonRetired", walkover: "shared.outcome.wonWalkover", forfeit: "shared.outcome.wonForfeit", defaulted: "shared.outcome.wonDefaulted",
  disqualified: "shared.outcome.wonDisqualified", awarded: "shared.outcome.wonAwarded",
};
/** @type {Record<string, TextKey>} */
const nobody = {
  walkover: "shared.outcome.noneWalkover", forfeit: "shared.outcome.noneForfeit", defaulted: "shared.outcome.noneDefaulted", disqualified: "shared.outcome.noneDisqualified",
};

/** The outcome beside a result: "ret.", "w/o"; one that this page doesn't know stands for itself. */
export function outcomeLabel({ kind }) {
  return kind in labels ? text(labels[kind]) : kind;
}

/** Whether nobody may have won. A draw always has no winner. */
export function mayHaveNoWinner(kind) {
  return kind === "drawn" || kind in nobody;
}

/**
 * The outcome as a sentence: "Blue won: Red retired." with its note.
 *
 * @param {any} match
 * @param {{ kind: string, winner?: number | null, note?: string }} outcome
 */
export function outcomeText(match, { kind, winner, note }) {
  return [sentence(match, kind, winner), note].filter(Boolean).join(" ");
}

function sentence(match, kind, winner) {
  if (kind === "drawn") return text("shared.outcome.drawnSentence");
  if (winner) return kind in won ? text(won[kind], { winner: teamName(match, winner), loser: teamName(match, 3 - winner) }) : text("shared.outcome.wonOther", { winner: teamName(match, winner) });
  return kind in nobody ? text(nobody[kind]) : text("shared.outcome.noneOther");
}
