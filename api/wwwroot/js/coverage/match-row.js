import { element, setText } from "../shared/dom.js";
import { statusOf } from "../shared/match-status.js";
import { spanText, startedText } from "./plan-text.js";
import { placeText, teamsText } from "../shared/format.js";
import { scoreText } from "../shared/score-text.js";
import { text } from "../shared/text.js";

/** A match that can be chosen. */
export class MatchRow {
  #shown = {};
  #box = element("input");
  #time = element("span", "choice-time");
  #teams = element("span", "choice-teams");
  #place = element("span", "choice-place");
  #score = element("span", "choice-score");
  #overlap = element("span", "choice-overlap", text("coverage.overlapsPlan"));

  constructor(onToggle) {
    this.#box.type = "checkbox";
    this.#box.addEventListener("change", () => onToggle(this.#box.checked));
    const details = element("span", "choice-text", this.#teams, this.#place, this.#overlap);
    this.element = element("li", "choice", element("label", "check", this.#box, this.#time, details, this.#score));
  }

  update(shown, isChosen, isOverlapping) {
    const { match, score } = shown;
    this.#box.checked = isChosen;
    this.#overlap.hidden = !isOverlapping;
    if (this.#shown.match === match && this.#shown.score === score) return;
    this.#shown = { match, score };
    this.element.dataset.choice = match.id;
    this.element.dataset.status = statusOf(shown);
    setText(this.#time, spanText(match));
    setText(this.#teams, teamsText(match));
    setText(this.#place, placeText(match));
    setText(this.#score, (score && scoreText(score)) || startedText(shown));
  }
}
