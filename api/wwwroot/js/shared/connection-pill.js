import { focusContent, setText } from "./dom.js";
import { text } from "./text.js";

/** @type {Record<string, TextKey>} */
const texts = {
  "connecting": "shared.connection.connecting",
  "live": "shared.connection.live",
  "polling": "shared.connection.polling",
  "reconnecting": "shared.connection.reconnecting",
  "offline": "shared.connection.offline",
  "ended": "shared.connection.ended",
  "removed": "shared.connection.removed",
  "not-found": "shared.connection.notFound",
  "sign-in-needed": "shared.connection.signInNeeded",
  "forbidden": "shared.connection.forbidden",
};
const mendsItself = new Set(["connecting", "live", "polling", "reconnecting", "offline"]);

/**
 * Shows the connection's status in words, in a box with a `[role=status]` and a button that calls `onAgain`.
 * `show` takes the feed's status; `say` takes the page's own text.
 */
export function connectionPill(box, onAgain) {
  const status = box.querySelector("[role=status]");
  const again = box.querySelector("button");
  again.addEventListener("click", () => onAgain?.());
  const say = (sentence, state = "", canRetry = false) => {
    if (!canRetry && document.activeElement === again) focusContent();
    box.hidden = sentence === "";
    box.dataset.state = state;
    again.hidden = !canRetry;
    setText(status, sentence);
  };
  return {
    say,
    /** @param {{ code: string, reason?: string }} status */
    show({ code, reason }) {
      const state = code === "ended" && reason !== "event_archived" ? "removed" : code;
      say(text(texts[state] ?? "shared.connection.unknown"), state, !mendsItself.has(code));
    },
  };
}
