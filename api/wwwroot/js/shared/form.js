import { element, setText } from "./dom.js";
import { newId } from "../client/ids.js";
import { fieldText } from "./problem-text.js";

/**
 * A labelled input with room for a hint and an error. With `options` of `{ value, text }` it is a select. `attributes` are set on the
 * input.
 */
export function field({ name, label, hint = "", options, ...attributes }) {
  const id = `${name}-${newId().slice(0, 6)}`;
  const input = element(options ? "select" : "input");
  for (const { value, text } of options ?? []) input.append(new Option(text, value));
  Object.assign(input, { id, name });
  for (const [attribute, value] of Object.entries(attributes)) input.setAttribute(attribute, value);
  const caption = element("label", "", label);
  caption.htmlFor = id;
  const note = element("p", "hint", hint);
  note.id = `${id}-hint`;
  const fault = element("p", "error");
  fault.id = `${id}-error`;
  note.hidden = !hint;
  fault.hidden = true;
  input.setAttribute("aria-describedby", `${note.id} ${fault.id}`);
  return { name, input, element: element("div", "field", caption, input, note, fault), fault };
}

/** A notice for the errors of a whole form, which screen readers announce at once: `{ element, show(text) }`; an empty text hides it. */
export function formFault() {
  const fault = element("p", "notice");
  fault.dataset.tone = "error";
  fault.setAttribute("role", "alert");
  fault.hidden = true;
  const show = (text) => {
    setText(fault, text);
    fault.hidden = text === "";
  };
  return { element: fault, show };
}

/** Shows a field's error, or clears it if the text is empty. */
export function setFault({ input, fault }, text) {
  setText(fault, text);
  fault.hidden = !text;
  if (text) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

/** Shows an error's messages at their fields and focuses the first of them. Returns false if none belongs to one of these fields. */
export function showFaults(fields, error) {
  for (const one of fields) setFault(one, fieldText(error, one.name));
  const first = fields.find(({ fault }) => !fault.hidden);
  first?.input.focus();
  return first !== undefined;
}
