import { confirmDialog } from "../shared/dialog.js";
import { arrange, button, byId, setText } from "../shared/dom.js";
import { closeOutside } from "../shared/menu.js";
import { teamName } from "../shared/format.js";
import { correctSets } from "./correction.js";
import { handOver } from "./release-claim.js";
import { startText, suggestionOf } from "./rules.js";
import { finished, withNextSet, withStatus } from "./score.js";
import { text } from "../shared/text.js";

let isWatched = false;

/** Less common actions, behind the More button. */
export class ScoringMenu {
  #context;
  #shown;
  #menu = /** @type {HTMLDetailsElement} */ (byId("more"));
  #choices;

  constructor(context) {
    this.#context = context;
    if (!isWatched) closeOutside(this.#menu);
    isWatched = true;
    this.#choices = this.#all().map((choice) => ({ ...choice, element: this.#button(choice) }));
  }

  show(shown) {
    this.#shown = shown;
    this.#menu.hidden = !shown.isKept;
    if (!shown.isKept) return;
    const due = this.#choices.filter(({ isDue }) => isDue(shown));
    for (const { element, word } of due) setText(element, typeof word === "string" ? word : word(shown));
    arrange(this.#menu.querySelector(".menu-items"), due.map(({ element }) => element));
  }

  close() {
    this.#menu.open = false;
    for (const id of ["halves", "foot"]) byId(id).removeAttribute("data-swapped");
  }

  #all() {
    const { session, matchId, step } = this.#context;
    const isOn = ({ score: { status } }) => status === "inProgress";
    const isOver = ({ score: { status } }) => status === "final" || status === "cancelled";
    return [
      { word: ({ score, format }) => startText(score, format), isDue: ({ score, format }) => startText(score, format) !== "", act: () => step(withNextSet(session.score(matchId))) },
      { word: text("scoring.finish"), isDue: isOn, act: () => this.#finish() },
      { word: text("scoring.correct"), isDue: () => true, act: () => correctSets(this.#context) },
      { word: text("scoring.swap"), isDue: () => true, act: swapSides },
      { word: text("scoring.reopen"), isDue: isOver, act: () => step(withStatus(session.score(matchId), "inProgress")) },
      { word: text("scoring.cancel"), isDue: (shown) => !isOver(shown), act: () => this.#cancel() },
      { word: text("scoring.handOver"), isDue: ({ claim }) => claim.mode === "mine", act: () => handOver(session, matchId) },
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
    const { session, matchId, step } = this.#context;
    const { format, match } = this.#shown;
    const isDue = suggestionOf(session.score(matchId), format)?.kind === "match" || !format.setsToWin;
    const question = isDue ? text("scoring.finishText", { one: teamName(match, 1), other: teamName(match, 2) }) : text("scoring.finishEarly");
    if (await confirmDialog({ title: text("scoring.finishTitle"), text: question, confirm: text("scoring.finish") })) step(finished(session.score(matchId)));
  }

  async #cancel() {
    const { session, matchId, step } = this.#context;
    if (await confirmDialog({ title: text("scoring.cancelTitle"), text: text("scoring.cancelText"), confirm: text("scoring.cancel"), isDanger: true }))
      step(withStatus(session.score(matchId), "cancelled"));
  }
}

// Only visually, for when the teams change ends: team 1 stays team 1.
function swapSides() {
  for (const id of ["halves", "foot"]) byId(id).toggleAttribute("data-swapped");
}
