import { button, element } from "./dom.js";
import { formFault, setFault, showFaults } from "./form.js";
import { problemText } from "./problem-text.js";
import { text } from "./text.js";

/**
 * A form that submits itself: errors of fields are shown at the fields, others above the button. `words` has the page's own texts for
 * some codes; `required` lists the fields that must not be empty.
 */
export function formOf({ fields, elements, submit, required = [], words = {}, actions = [], isDanger = false, send }) {
  const failure = formFault();
  const go = button(submit, isDanger ? "button danger" : "button primary");
  go.type = "submit";
  const form = element("form", "form", ...elements, failure.element, element("div", "actions", ...actions, go));
  form.noValidate = true;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failure.show("");
    // The browser returns a date that it can't parse as an empty value, which would be taken for no date.
    const unread = fields.filter(({ input }) => input.validity.badInput).map(({ name }) => [name, [text("shared.complete")]]);
    const missing = required.filter(({ input }) => input.value.trim() === "").map(({ name }) => [name, [text("shared.fillIn")]]);
    if (go.ariaDisabled === "true" || showFaults(fields, { errors: Object.fromEntries([...unread, ...missing]) })) return;
    // Not `disabled`, which would lose the focus.
    go.ariaDisabled = "true";
    try {
      await send();
    } catch (error) {
      if (!showFaults(fields, inWords(error, fields, words[error.code]))) failure.show(words[error.code] ?? otherText(error, fields));
    } finally {
      go.ariaDisabled = null;
    }
  });
  return {
    form,
    clear() {
      failure.show("");
      for (const one of fields) setFault(one, "");
    },
  };
}

// Gives an error the page's own text at its field. invalid_event_id refers to the id in the address, not to a member of the body.
function inWords(error, fields, message) {
  const names = fields.map(({ name }) => name);
  const place = names.find((name) => error.errors?.[name]) ?? (error.code === "invalid_event_id" ? names.find((name) => name === "id") : undefined);
  return message && place ? { errors: { [place]: [message] } } : error;
}

// Errors of members that have no field here would otherwise be lost.
function otherText(error, fields) {
  const named = new Set(fields.map(({ name }) => name));
  const faults = Object.entries(error.errors ?? {}).filter(([place]) => !named.has(place)).flatMap(([, texts]) => texts);
  return faults.length > 0 ? faults.join(" ") : problemText(error);
}
