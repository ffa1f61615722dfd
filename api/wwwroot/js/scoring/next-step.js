import { byId, setText } from "../shared/dom.js";
import { teamName } from "../shared/format.js";
import { deciderText } from "../shared/decider.js";
import { periodName } from "../shared/match-format.js";
import { outcomeText } from "../shared/outcome.js";
import { release } from "./release-claim.js";
import { setsWon, startText, suggestionOf, totalOf } from "./rules.js";
import { finished, withNextSet, withStatus } from "./score.js";
import { text } from "../shared/text.js";

/**
 * What to say of a match that isn't being played, and the button that begins it or goes on with it; without one, the match is released.
 *
 * @type {Record<string, { message: TextKey, word?: TextKey }>}
 */
const resting = {
  scheduled: { message: "scoring.notStarted", word: "scoring.start" },
  postponed: { message: "scoring.isPostponed", word: "scoring.start" },
  suspended: { message: "scoring.isSuspended", word: "scoring.resume" },
  cancelled: { message: "scoring.isCancelled" },
  abandoned: { message: "scoring.isAbandoned" },
};

/** Suggests the next step by the match's format or its state: one sentence and one button. Never does it by itself. */
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

  #due({ match, rubbers, score, format, isOfficial }) {
    const { session, matchId, step } = this.#context;
    const toRelease = { word: text("scoring.releaseMatch"), act: () => release(session, matchId) };
    if (score.status === "final") {
      const result = resultText(match, score, format);
      return { message: isOfficial ? `${result} ${text("scoring.isOfficial")}` : result, ...toRelease };
    }
    if (rubbers.length > 0) return null;
    const rest = resting[score.status];
    if (rest && !rest.word) return { message: text(rest.message), ...toRelease };
    if (rest) return { message: text(rest.message), word: text(rest.word), act: () => step(withStatus(score, "inProgress")) };
    const suggestion = suggestionOf(score, format);
    if (!suggestion) return null;
    if (suggestion.kind === "match") return { message: endText(match, suggestion), word: text("scoring.finish"), act: () => step(finished(score)) };
    const period = periodName(suggestion.number - 1, format);
    const message = suggestion.winner ? text("scoring.periodTo", { period, team: teamName(match, suggestion.winner) }) : text("scoring.periodOver", { period });
    return { message, word: startText(score, format), act: () => step(withNextSet(score, format)) };
  }
}

/**
 * @param {any} match
 * @param {{ winner: number, isSure?: boolean }} suggestion
 */
function endText(match, { winner, isSure }) {
  if (!winner) return text("scoring.isDrawn");
  return isSure ? text("scoring.hasWon", { team: teamName(match, winner) }) : text("scoring.hasWonUnless", { team: teamName(match, winner) });
}

function resultText(match, score, format) {
  if (score.outcome) return outcomeText(match, score.outcome);
  const { team1, team2 } = format.isInSets && format.bestOf !== 1 ? setsWon(score, format) : totalOf(score);
  const result = text("scoring.result", { one: teamName(match, 1), points1: team1, points2: team2, other: teamName(match, 2) });
  return score.decider ? `${result} (${deciderText(score.decider)})` : result;
}
