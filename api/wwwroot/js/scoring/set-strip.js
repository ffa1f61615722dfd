import { arrange, byId, element, setText } from "../shared/dom.js";
import { correctSets } from "./correction.js";
import { text } from "../shared/text.js";

/** The sets so far, each as a button that opens the correction form. */
export class SetStrip {
  #context;
  #chips = [];

  constructor(context) {
    this.#context = context;
  }

  show({ score, format, isKept }) {
    const strip = byId("sets");
    strip.hidden = score.sets.length === 0;
    strip.setAttribute("aria-label", text(format.setsToWin ? "shared.sets" : "scoring.periods"));
    arrange(strip, score.sets.map((set, index) => this.#chip(index, set, score, format, isKept)));
  }

  #chip(index, { team1, team2 }, { sets, status }, format, isKept) {
    const chip = (this.#chips[index] ??= this.#make());
    setText(chip.label, periodName(index, format));
    setText(chip.points, `${team1}–${team2}`);
    chip.button.disabled = !isKept;
    chip.button.classList.toggle("is-current", status === "inProgress" && index === sets.length - 1);
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

/** The name of the period with this index. */
export function periodName(index, { sport, setsToWin }) {
  if (sport === "football") return text(index === 0 ? "shared.goals" : "shared.penalties");
  return text(setsToWin ? "shared.set" : "shared.period", { number: index + 1 });
}
