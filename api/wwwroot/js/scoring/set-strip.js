import { arrange, byId, element, setText } from "../shared/dom.js";
import { deciderName } from "../shared/decider.js";
import { periodName } from "../shared/match-format.js";
import { hasBegun } from "../shared/match-status.js";
import { pointsText } from "../shared/score-text.js";
import { correctSets } from "./correction.js";
import { text } from "../shared/text.js";

/** The sets so far, and the decider, each as a button that opens the correction form. */
export class SetStrip {
  #context;
  #chips = [];

  constructor(context) {
    this.#context = context;
  }

  show({ score, rubbers, format, isKept, isOfficial }) {
    const { sets, decider, status } = score;
    const strip = byId("sets");
    const periods = sets.map((set, index) => ({ name: periodName(index, format), points: pointsText(set) }));
    if (decider) periods.push({ name: deciderName(decider), points: pointsText(decider) });
    strip.hidden = periods.length === 0;
    strip.setAttribute("aria-label", text(format.isInSets ? "shared.sets" : "scoring.periods"));
    arrange(strip, periods.map((period, index) => this.#chip(index, period, hasBegun(status) && index === periods.length - 1, isKept && !isOfficial && rubbers.length === 0)));
  }

  #chip(index, { name, points }, isCurrent, mayCorrect) {
    const chip = (this.#chips[index] ??= this.#make());
    setText(chip.label, name);
    setText(chip.points, points);
    chip.button.disabled = !mayCorrect;
    chip.button.classList.toggle("is-current", isCurrent);
    return chip.button;
  }

  #make() {
    const label = element("span", "set-label");
    const points = element("span", "set-points");
    const button = element("button", "set-chip", label, points, element("span", "visually-hidden", text("scoring.correctSuffix")));
    button.type = "button";
    button.addEventListener("click", () => correctSets(this.#context));
    return { button, label, points };
  }
}
