import { readLocal, writeLocal } from "../client/local-storage.js";

const gamesOnly = "livefeed:games-only";

/** What a final set of any kind may be. */
export const finalSets = ["tieBreak", "matchTieBreak10", "advantage"];

/** How the scorekeeper wants to count matches of games, kept on this device: games only; and how a final set of any kind is played, by match. */
export class CountingChoices {
  #finalSetKey;
  #gamesOnly = readLocal(gamesOnly) === true;
  #finalSet;

  constructor(...names) {
    this.#finalSetKey = ["livefeed:final-set", ...names].join(" ");
    this.#finalSet = readLocal(this.#finalSetKey);
  }

  /** Returns a format as it is counted here: with `gamesOnly`, and with the chosen `finalSet` in place of any. */
  applyTo(format) {
    if (format.kind !== "games") return format;
    return { ...format, gamesOnly: this.#gamesOnly, ...(format.finalSet === "any" && finalSets.includes(this.#finalSet) && { finalSet: this.#finalSet }) };
  }

  toggleGamesOnly() {
    this.#gamesOnly = !this.#gamesOnly;
    writeLocal(gamesOnly, this.#gamesOnly || null);
  }

  /** Chooses one of `finalSets`; null to ask again. */
  chooseFinalSet(finalSet) {
    this.#finalSet = finalSet;
    writeLocal(this.#finalSetKey, finalSet);
  }
}
