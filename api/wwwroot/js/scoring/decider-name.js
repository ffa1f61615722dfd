import { text } from "../shared/text.js";

/** @type {Record<string, TextKey>} */
const names = { shootOut: "shared.penalties", goldenSet: "shared.goldenSet", matchTieBreak: "shared.matchTieBreak" };

/** The name of what is played apart from the periods. */
export function deciderName({ kind }) {
  return text(names[kind] ?? "shared.penalties");
}
