import { setText } from "../shared/dom.js";
import { problemText } from "../shared/problem-text.js";

const words = {
  "device": () => "Kept on this device.",
  "not-kept": () => "This browser keeps nothing: the plan is gone when you leave. Share its link, or sign in, to have it again.",
  "loading": () => "Loading your plan…",
  "saving": () => "Saving…",
  "saved": () => "Saved to your account.",
  "waiting": () => "Not saved yet: the server can't be reached. Your choice is kept on this device, and saved as soon as it can be.",
  "not-loaded": ({ error }) => `Your plan can't be loaded: ${problemText(error)}`,
  "failed": ({ error }) => `Not saved: ${problemText(error)}`,
};

/** Shows in words whether the plan is saved, with a button if a retry may help. */
export function saveState(box, onAgain) {
  const [text, again] = [box.querySelector("[role=status]"), box.querySelector("button")];
  again.addEventListener("click", onAgain);
  return (state) => {
    box.dataset.state = state.code;
    setText(text, words[state.code](state));
    again.hidden = !["waiting", "not-loaded", "failed"].includes(state.code);
    setText(again, state.code === "not-loaded" ? "Try again" : "Save again");
  };
}
