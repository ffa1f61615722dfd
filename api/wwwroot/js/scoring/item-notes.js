import { confirmDialog } from "../shared/dialog.js";
import { button, element, setText } from "../shared/dom.js";
import { teamsText } from "../shared/format.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { responsesTo, waitingFor } from "./item-responses.js";

/** Lists the items that the outbox can't send by itself, each with the reason and the possible actions. No item disappears unnoticed. */
export class ItemNotes {
  #box;
  #session;
  #matchId;
  #shown = "";

  /** @param matchId Limits the list to one match; by default it covers the whole event. */
  constructor(box, session, matchId) {
    this.#box = box;
    this.#session = session;
    this.#matchId = matchId;
  }

  show() {
    const stopped = this.#session.items(this.#matchId).filter(({ state }) => state !== "pending");
    // Redrawn only if something differs. Otherwise a button could disappear while it is being pressed.
    const now = JSON.stringify([stopped, stopped.map((item) => waitingFor(this.#session, item).length)]);
    if (now === this.#shown) return;
    this.#shown = now;
    this.#box.replaceChildren(...stopped.map((item) => this.#note(item)));
  }

  clear() {
    this.#box.replaceChildren();
    this.#shown = "";
  }

  #note(item) {
    const { message, tone, buttons } = responsesTo(this.#session, item);
    const fault = element("p", "error");
    const actions = element("div", "note-actions");
    const note = element("div", "notice note", element("div", "", this.#title(item), element("p", "", message), fault), actions);
    note.dataset.tone = tone;
    note.setAttribute("role", "alert");
    for (const [index, { word, act, isDanger, confirm }] of buttons.entries()) {
      const made = button(word, isDanger ? "button danger" : index === 0 ? "button primary" : "button");
      made.addEventListener("click", async () => {
        if (made.ariaDisabled === "true" || (confirm && !(await confirmDialog({ ...confirm, isDanger: true })))) return;
        made.ariaDisabled = "true";
        try {
          setText(fault, (await act()) ?? "");
        } catch {
          toast(text("scoring.storageRejected"), "error");
        } finally {
          made.ariaDisabled = null;
        }
      });
      actions.append(made);
    }
    return note;
  }

  // On the match's own screen the match's name isn't needed.
  #title({ matchId }) {
    if (this.#matchId !== undefined) return "";
    const match = this.#session.match(matchId);
    return element("p", "note-title", match ? teamsText(match) : text("scoring.matchWithId", { id: matchId }));
  }
}
