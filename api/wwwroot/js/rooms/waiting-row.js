import { button, element, setText } from "../shared/dom.js";
import { text } from "../shared/text.js";

/** A message of the outbox: one that is on its way, or was rejected. */
export function waitingRow() {
  const words = element("p", "message-text");
  const state = element("p", "message-state");
  const again = button(text("rooms.again"), "button quiet");
  const discard = button(text("rooms.discard"), "button quiet");
  again.dataset.act = "again";
  discard.dataset.act = "discard";
  const row = element("li", "message is-mine is-waiting", element("div", "message-line", words), element("div", "message-foot", state, again, discard));
  return {
    element: row,
    show(item) {
      setText(words, item.text);
      setText(state, stateText(item));
      const isFinal = item.state === "refused";
      row.dataset.state = isFinal ? "failed" : "";
      for (const one of [again, discard]) {
        one.hidden = !isFinal;
        one.dataset.id = `${item.number}`;
      }
    },
  };
}

function stateText({ state, reason, detail, attempts, isStored }) {
  if (state === "refused") return text("rooms.failed", { reason: detail ?? reason });
  if (state === "sign-in-needed") return text("rooms.signInToSend");
  if (!isStored) return text("rooms.notStored");
  if (attempts === 0) return text("rooms.sending");
  return reason === "network" ? text("rooms.waiting") : text("rooms.busy");
}
