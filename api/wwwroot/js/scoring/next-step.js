import { byId, setText } from "../shared/dom.js";
import { teamName } from "../shared/format.js";
import { release } from "./release-claim.js";
import { nextPeriodOf, setsWon, suggestionOf } from "./rules.js";
import { finished, withNextSet, withStatus } from "./score.js";

/** Suggests the next step by the sport's rules or the match's state: one sentence and one button. Never does it by itself. */
export class NextStep {
  #keeping;
  #do = null;

  constructor(keeping) {
    this.#keeping = keeping;
    this.#button.onclick = () => this.#do?.();
  }

  show(told) {
    const due = told.isKept ? this.#due(told) : null;
    byId("next").hidden = due === null;
    if (!due) return;
    setText(byId("next").querySelector("p"), due.text);
    setText(this.#button, due.word);
    this.#do = due.act;
  }

  get #button() {
    return byId("next").querySelector("button");
  }

  #due({ match, score, format }) {
    const { session, matchId, step } = this.#keeping;
    if (score.status === "scheduled")
      return { text: "Not started yet.", word: "Start match", act: () => step(withStatus(score, "inProgress")) };
    if (score.status === "cancelled") return { text: "This match is cancelled.", word: "Release match", act: () => release(session, matchId) };
    if (score.status === "final") return { text: resultText(match, score, format), word: "Release match", act: () => release(session, matchId) };
    const suggestion = suggestionOf(score, format);
    if (!suggestion) return null;
    const winner = teamName(match, suggestion.winner);
    if (suggestion.kind === "match") {
      const text = suggestion.isSure ? `${winner} has won the match.` : `${winner} has won, unless this is a match tie-break.`;
      return { text, word: "Finish match", act: () => step(finished(score)) };
    }
    return { text: `Set ${suggestion.number} to ${winner}.`, word: `Start ${nextPeriodOf(score, format)}`, act: () => step(withNextSet(score)) };
  }
}

function resultText(match, score, format) {
  const { team1, team2 } = format.setsToWin ? setsWon(score, format) : score.sets[0] ?? { team1: 0, team2: 0 };
  return `Final: ${teamName(match, 1)} ${team1}–${team2} ${teamName(match, 2)}`;
}
