import { arrange, byId, element, setText } from "../shared/dom.js";
import { correctSets } from "./correction.js";

/** The sets so far, each as a button that opens the correction form. */
export class SetStrip {
  #keeping;
  #chips = [];

  constructor(keeping) {
    this.#keeping = keeping;
  }

  show({ score, format, isKept }) {
    const strip = byId("sets");
    strip.hidden = score.sets.length === 0;
    strip.setAttribute("aria-label", format.setsToWin ? "Sets" : "Periods");
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
    const button = element("button", "set-chip", label, points, element("span", "visually-hidden", ", correct"));
    button.type = "button";
    button.addEventListener("click", () => correctSets(this.#keeping));
    return { button, label, points };
  }
}

/** The name of the period with this index. */
export function periodName(index, { sport, setsToWin }) {
  if (sport === "football") return index === 0 ? "Goals" : "Penalties";
  return `${setsToWin ? "Set" : "Period"} ${index + 1}`;
}
