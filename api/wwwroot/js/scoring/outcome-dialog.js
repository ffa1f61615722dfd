import { openDialog } from "../shared/dialog.js";
import { button, element } from "../shared/dom.js";
import { field } from "../shared/form.js";
import { mayHaveNoWinner, outcomeKinds, outcomeText } from "../shared/outcome.js";
import { text } from "../shared/text.js";

// As the server's Outcome.MaxNote.
const longestNote = 200;

/** @type {Record<string, TextKey>} */
const words = {
  retired: "scoring.outcome.retired", walkover: "scoring.outcome.walkover", forfeit: "scoring.outcome.forfeit", defaulted: "scoring.outcome.defaulted",
  disqualified: "scoring.outcome.disqualified", awarded: "scoring.outcome.awarded", drawn: "scoring.outcome.drawn",
};

/**
 * Asks why a match ended other than by play, and who won it: the reason, and then a button for each team. Resolves with the outcome, with
 * `"played"` if the match ended by play after all, and with undefined if nothing was chosen.
 *
 * @param {{ match: any, isBegun: boolean, mayBePlayed: boolean }} context `mayBePlayed` offers to finish without an outcome.
 */
export async function askOutcome({ match, isBegun, mayBePlayed }) {
  const reasons = element("fieldset", "reasons", element("legend", "", text("scoring.outcome.why")));
  const note = field({ name: "note", label: text("scoring.outcome.note"), maxlength: longestNote, autocomplete: "off" });
  const winners = element("div", "winners");
  const opened = openDialog(text("scoring.outcome.title"));
  let kind = isBegun ? "retired" : "walkover";
  const choice = (winner) => {
    const outcome = { kind, winner };
    const made = button(outcomeText(match, outcome), "button primary");
    made.addEventListener("click", () => {
      const said = note.input.value.trim();
      opened.close({ ...outcome, ...(said && { note: said }) });
    });
    return made;
  };
  const show = () => winners.replaceChildren(...(kind === "drawn" ? [] : [choice(1), choice(2)]), ...(mayHaveNoWinner(kind) ? [choice(null)] : []));
  for (const one of outcomeKinds) {
    const input = element("input");
    Object.assign(input, { type: "radio", name: "reason", value: one, checked: one === kind });
    input.addEventListener("change", () => {
      kind = one;
      show();
    });
    reasons.append(element("label", "check", input, element("span", "", text(words[one]))));
  }
  show();
  opened.dialog.append(reasons, note.element, winners);
  if (mayBePlayed) {
    const finish = button(text("scoring.outcome.played"), "button");
    finish.addEventListener("click", () => opened.close("played"));
    opened.dialog.append(element("p", "hint", text("scoring.finishEarly")), element("div", "actions", finish));
  }
  return opened.closed;
}
