import { element, setText } from "./dom.js";
import { newId } from "../client/ids.js";
import { fieldText } from "./problem-text.js";

/**
 * A labelled input with room for a hint and an error; `attributes` are set on the input.
 *
 * @param {{ name: string, label: string, hint?: string, [attribute: string]: string | number }} settings
 */
export function field({ name, label, hint = "", ...attributes }) {
  const input = element("input");
  for (const [attribute, value] of Object.entries(attributes)) input.setAttribute(attribute, `${value}`);
  return { name, input, ...labelled(input, { name, label, hint }) };
}

/**
 * The same with room for several lines.
 *
 * @param {{ name: string, label: string, hint?: string, [attribute: string]: string | number }} settings
 */
export function areaField({ name, label, hint = "", ...attributes }) {
  const input = element("textarea");
  for (const [attribute, value] of Object.entries(attributes)) input.setAttribute(attribute, `${value}`);
  return { name, input, ...labelled(input, { name, label, hint }) };
}

/**
 * The same with a select in place of the input.
 *
 * @param {{ name: string, label: string, hint?: string, options: { value: string, text: string }[] }} settings
 */
export function selectField({ name, label, hint = "", options }) {
  const input = element("select");
  for (const { value, text } of options) input.append(new Option(text, value));
  return { name, input, ...labelled(input, { name, label, hint }) };
}

/**
 * A check box with its label, and room for a hint and an error.
 *
 * @param {{ name: string, label: string, hint?: string }} settings
 */
export function checkField({ name, label, hint = "" }) {
  const input = element("input");
  input.type = "checkbox";
  const { element: box, fault } = labelled(input, { name, label: "", hint });
  const caption = element("label", "check");
  box.querySelector("label").replaceWith(caption);
  caption.append(input, label);
  return { name, input, element: box, fault };
}

function labelled(input, { name, label, hint }) {
  const id = `${name}-${newId().slice(0, 6)}`;
  Object.assign(input, { id, name });
  const caption = element("label", "", label);
  caption.htmlFor = id;
  const note = element("p", "hint", hint);
  note.id = `${id}-hint`;
  const fault = element("p", "error");
  fault.id = `${id}-error`;
  note.hidden = !hint;
  fault.hidden = true;
  input.setAttribute("aria-describedby", `${note.id} ${fault.id}`);
  return { element: element("div", "field", caption, input, note, fault), fault };
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
