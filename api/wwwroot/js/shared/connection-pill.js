import { setText } from "./dom.js";

const words = {
  "connecting": "Connecting…",
  "live": "Live",
  "polling": "Live, a little later than usual",
  "reconnecting": "Reconnecting… The scores may be out of date.",
  "offline": "No network. The scores may be out of date.",
  "ended": "This event has ended. These scores are final.",
  "removed": "This event has ended: it was removed.",
  "not-found": "There is no event with this id.",
  "sign-in-needed": "This event is for its members: sign in to see it.",
  "forbidden": "This event is for its members: ask an organizer to add you.",
};
const mendsItself = new Set(["connecting", "live", "polling", "reconnecting", "offline"]);

/**
 * Shows the connection's status in words, in a box with a `[role=status]` and a button that calls `onAgain`.
 * `show` takes the feed's status; `say` takes the page's own text.
 */
export function connectionPill(box, onAgain) {
  const text = box.querySelector("[role=status]");
  const again = box.querySelector("button");
  again.addEventListener("click", () => onAgain?.());
  const say = (sentence, state = "", canRetry = false) => {
    box.hidden = sentence === "";
    box.dataset.state = state;
    again.hidden = !canRetry;
    setText(text, sentence);
  };
  return {
    say,
    /** @param {{ code: string, reason?: string }} status */
    show({ code, reason }) {
      const state = code === "ended" && reason !== "event_archived" ? "removed" : code;
      say(words[state] ?? "The scores can't be shown.", state, !mendsItself.has(code));
    },
  };
}
