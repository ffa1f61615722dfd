import { button, byId, element, setText } from "../shared/dom.js";
import { teamName } from "../shared/format.js";
import { inSentence, periodName } from "../shared/match-format.js";
import { text } from "../shared/text.js";
import { finalSets } from "./counting-choices.js";
import { suggestionOf } from "./rules.js";
import { countsGamePoints, isInMatchTieBreak, isUndecidedFinal } from "./tap.js";

/** @type {Record<string, TextKey>} */
const words = { tieBreak: "scoring.finalSet.tieBreak", matchTieBreak10: "scoring.finalSet.matchTieBreak", advantage: "scoring.finalSet.advantage" };

// For so many milliseconds a new question ignores taps. It appears in the place of a button, and the second tap of a double tap must not choose anything.
const settling = 400;

/** Asks what only the scorekeeper sees: who serves, and how a final set of any kind is played. */
export class QuestionBar {
  #context;
  #question = element("p");
  #answers = element("div", "actions");
  #asked = "";

  constructor(context) {
    this.#context = context;
    byId("question").replaceChildren(this.#question, this.#answers);
  }

  show(shown) {
    const due = shown.isKept && !shown.isOfficial && shown.score.status === "inProgress" ? this.#due(shown) : null;
    byId("question").hidden = due === null;
    const asked = due ? JSON.stringify([due.question, due.answers.map(({ word }) => word)]) : "";
    if (asked === this.#asked) return;
    // The same question keeps its buttons: the user may be about to tap one.
    this.#asked = asked;
    setText(this.#question, due?.question ?? "");
    this.#answers.replaceChildren(...(due?.answers ?? []).map(({ word, act }) => {
      const answer = button(word);
      answer.addEventListener("click", act);
      answer.disabled = true;
      setTimeout(() => { answer.disabled = false; }, settling);
      return answer;
    }));
  }

  #due({ match, score, format }) {
    const { session, matchId, step, choices, changed } = this.#context;
    if (isUndecidedFinal(score, format)) {
      const answers = finalSets.map((finalSet) => ({
        word: text(words[finalSet]),
        act() {
          choices.chooseFinalSet(finalSet);
          changed();
        },
      }));
      return { question: text("scoring.finalSet.ask", { period: inSentence(periodName(score.sets.length - 1, format)) }), answers };
    }
    if (score.server || !(countsGamePoints(score, format) || isInMatchTieBreak(score, format)) || suggestionOf(score, format)) return null;
    const answers = [1, 2].map((server) => ({ word: teamName(match, server), act: () => step({ ...session.score(matchId), server }) }));
    return { question: text("scoring.whoServes"), answers };
  }
}
