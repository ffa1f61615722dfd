import { button, confirmDialog } from "../shared/dialog.js";
import { arrange, byId, setText } from "../shared/dom.js";
import { closeOutside } from "../shared/menu.js";
import { teamName } from "../shared/format.js";
import { correctSets } from "./correction.js";
import { handOver } from "./release-claim.js";
import { nextPeriodOf, suggestionOf } from "./rules.js";
import { finished, withNextSet, withStatus } from "./score.js";

let isWatched = false;

/** Less common actions, behind the More button. */
export class ScoringMenu {
  #keeping;
  #told;
  #menu = /** @type {HTMLDetailsElement} */ (byId("more"));
  #choices;

  constructor(keeping) {
    this.#keeping = keeping;
    if (!isWatched) closeOutside(this.#menu);
    isWatched = true;
    this.#choices = this.#all().map((choice) => ({ ...choice, element: this.#button(choice) }));
  }

  show(told) {
    this.#told = told;
    this.#menu.hidden = !told.isKept;
    if (!told.isKept) return;
    const due = this.#choices.filter(({ isDue }) => isDue(told));
    for (const { element, word } of due) setText(element, typeof word === "string" ? word : word(told));
    arrange(this.#menu.querySelector(".menu-items"), due.map(({ element }) => element));
  }

  close() {
    this.#menu.open = false;
    for (const id of ["halves", "foot"]) byId(id).removeAttribute("data-swapped");
  }

  #all() {
    const { session, matchId, step } = this.#keeping;
    const isOn = ({ score: { status } }) => status === "inProgress";
    const isOver = ({ score: { status } }) => status === "final" || status === "cancelled";
    return [
      { word: ({ score, format }) => `Start ${nextPeriodOf(score, format)}`, isDue: ({ score, format }) => nextPeriodOf(score, format) !== "", act: () => step(withNextSet(session.score(matchId))) },
      { word: "Finish match", isDue: isOn, act: () => this.#finish() },
      { word: "Correct the score", isDue: () => true, act: () => correctSets(this.#keeping) },
      { word: "Swap sides", isDue: () => true, act: swapSides },
      { word: "Reopen match", isDue: isOver, act: () => step(withStatus(session.score(matchId), "inProgress")) },
      { word: "Cancel match", isDue: (told) => !isOver(told), act: () => this.#cancel() },
      { word: "Hand over", isDue: ({ claim }) => claim.mode === "mine", act: () => handOver(session, matchId) },
    ];
  }

  #button({ act }) {
    const made = button("", "button quiet");
    made.addEventListener("click", () => {
      this.#menu.open = false;
      this.#menu.querySelector("summary").focus();
      act();
    });
    return made;
  }

  async #finish() {
    const { session, matchId, step } = this.#keeping;
    const { format, match } = this.#told;
    const isDue = suggestionOf(session.score(matchId), format)?.kind === "match" || !format.setsToWin;
    const text = isDue
      ? `${teamName(match, 1)} against ${teamName(match, 2)} is over.`
      : "By the rules nobody has won yet. Whoever leads in sets will be shown as the winner, as after a retirement.";
    if (await confirmDialog({ title: "Finish this match?", text, confirm: "Finish match" })) step(finished(session.score(matchId)));
  }

  async #cancel() {
    const { session, matchId, step } = this.#keeping;
    const text = "It will be shown as cancelled, with no result. You can reopen it.";
    if (await confirmDialog({ title: "Cancel this match?", text, confirm: "Cancel match", isDanger: true }))
      step(withStatus(session.score(matchId), "cancelled"));
  }
}

// Only visually, for when the teams change ends: team 1 stays team 1.
function swapSides() {
  for (const id of ["halves", "foot"]) byId(id).toggleAttribute("data-swapped");
}
