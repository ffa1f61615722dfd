import { button, element, focusContent, setText } from "../shared/dom.js";
import { statusOf } from "../shared/match-status.js";
import { overlapText, spanText, startedText } from "./plan-text.js";
import { placeText, teamsText } from "../shared/format.js";
import { scoreText } from "../shared/score-text.js";
import { text } from "../shared/text.js";

/** A match in the list that accompanies the timeline, with its time, place, score and overlaps in words. */
export class AgendaItem {
  #time = element("span", "agenda-time");
  #teams = element("span", "agenda-teams");
  #place = element("span", "agenda-place");
  #state = element("span", "pill");
  #score = element("span", "agenda-score");
  #overlaps = element("ul", "agenda-overlaps");
  #remove;

  /** Without `onRemove` it can't be removed. */
  constructor(onRemove) {
    this.element = element("li", "agenda-item", element("p", "agenda-head", this.#time, this.#state), element("p", "agenda-main", this.#teams, this.#score), this.#place, this.#overlaps);
    if (!onRemove) return;
    this.#remove = button("", "button quiet icon-button");
    this.#remove.append(element("span", "icon icon-close"));
    this.#remove.addEventListener("click", () => {
      // The button disappears with its match, so the focus moves to the next one.
      const next = (this.element.nextElementSibling ?? this.element.previousElementSibling)?.querySelector("button");
      onRemove();
      if (next) next.focus();
      else focusContent();
    });
    this.element.append(this.#remove);
  }

  update(shown, overlaps) {
    const { match, score } = shown;
    const status = statusOf(shown);
    this.element.dataset.agenda = match.id;
    this.element.dataset.status = status;
    setText(this.#time, spanText(match));
    setText(this.#teams, teamsText(match));
    setText(this.#place, placeText(match));
    setText(this.#score, score ? scoreText(score) : "");
    this.#score.hidden = this.#score.textContent === "";
    setText(this.#state, startedText(shown));
    this.#state.hidden = status === "scheduled";
    this.#state.dataset.state = status === "inProgress" ? "live" : "";
    this.#remove?.setAttribute("aria-label", text("coverage.remove", { match: teamsText(match) }));
    const words = overlaps.map(overlapText);
    if (words.join("\n") !== [...this.#overlaps.children].map(({ textContent }) => textContent).join("\n"))
      this.#overlaps.replaceChildren(...words.map((word) => element("li", "", word)));
    this.#overlaps.hidden = words.length === 0;
  }
}
