import { setText } from "../shared/dom.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";

/** @type {Record<string, TextKey>} */
const texts = {
  "device": "coverage.save.device",
  "not-kept": "coverage.save.nowhere",
  "loading": "coverage.save.loading",
  "saving": "coverage.save.saving",
  "saved": "coverage.save.saved",
  "waiting": "coverage.save.waiting",
  "not-loaded": "coverage.save.notLoaded",
  "failed": "coverage.save.failed",
};

/** Shows in words whether the plan is saved, with a button if a retry may help. */
export function saveState(box, onAgain) {
  const [shown, again] = [box.querySelector("[role=status]"), box.querySelector("button")];
  again.addEventListener("click", onAgain);
  return (state) => {
    box.dataset.state = state.code;
    setText(shown, text(texts[state.code], { problem: state.error ? problemText(state.error) : "" }));
    again.hidden = !["waiting", "not-loaded", "failed"].includes(state.code);
    setText(again, text(state.code === "not-loaded" ? "shared.tryAgain" : "coverage.saveAgain"));
  };
}
