import { byId, setText } from "../shared/dom.js";
import { teamName } from "../shared/format.js";
import { release } from "./release-claim.js";
import { startText, setsWon, suggestionOf } from "./rules.js";
import { finished, withNextSet, withStatus } from "./score.js";
import { text } from "../shared/text.js";

/** Suggests the next step by the sport's rules or the match's state: one sentence and one button. Never does it by itself. */
export class NextStep {
  #context;
  #do = null;

  constructor(context) {
    this.#context = context;
    this.#button.onclick = () => this.#do?.();
  }

  show(shown) {
    const due = shown.isKept ? this.#due(shown) : null;
    byId("next").hidden = due === null;
    if (!due) return;
    setText(byId("next").querySelector("p"), due.message);
    setText(this.#button, due.word);
    this.#do = due.act;
  }

  get #button() {
    return byId("next").querySelector("button");
  }

  #due({ match, score, format }) {
    const { session, matchId, step } = this.#context;
    if (score.status === "scheduled")
      return { message: text("scoring.notStarted"), word: text("scoring.start"), act: () => step(withStatus(score, "inProgress")) };
    if (score.status === "cancelled") return { message: text("scoring.isCancelled"), word: text("scoring.releaseMatch"), act: () => release(session, matchId) };
    if (score.status === "final") return { message: resultText(match, score, format), word: text("scoring.releaseMatch"), act: () => release(session, matchId) };
    const suggestion = suggestionOf(score, format);
    if (!suggestion) return null;
    const winner = teamName(match, suggestion.winner);
    if (suggestion.kind === "match") {
      const message = suggestion.isSure ? text("scoring.hasWon", { team: winner }) : text("scoring.hasWonUnless", { team: winner });
      return { message, word: text("scoring.finish"), act: () => step(finished(score)) };
    }
    return { message: text("scoring.setTo", { number: suggestion.number, team: winner }), word: startText(score, format), act: () => step(withNextSet(score)) };
  }
}

function resultText(match, score, format) {
  const { team1, team2 } = format.setsToWin ? setsWon(score, format) : score.sets[0] ?? { team1: 0, team2: 0 };
  return text("scoring.result", { one: teamName(match, 1), points1: team1, points2: team2, other: teamName(match, 2) });
}
