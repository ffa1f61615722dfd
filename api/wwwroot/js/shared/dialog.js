import { button, element } from "./dom.js";
import { newId } from "../client/ids.js";
import { text } from "./text.js";

/**
 * Opens a modal dialog with a title and a button that closes it. `close(value)` resolves `closed` with that value; Escape and the
 * button resolve it with undefined.
 */
export function openDialog(title, ...content) {
  const heading = element("h2", "", title);
  heading.id = `title-${newId().slice(0, 6)}`;
  const dismiss = button("", "button quiet icon-button");
  dismiss.setAttribute("aria-label", text("shared.close"));
  dismiss.append(element("span", "icon icon-close"));
  const dialog = element("dialog", "dialog", element("div", "dialog-head", heading, dismiss), ...content);
  dialog.setAttribute("aria-labelledby", heading.id);
  let result;
  const close = (value) => {
    result = value;
    dialog.close();
  };
  dismiss.addEventListener("click", () => close());
  const closed = new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(result);
    });
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, heading, close, closed };
}

/** Asks for confirmation before something that can't be undone; resolves with true if confirmed. The focus starts on Cancel. */
export async function confirmDialog({ title, text: question, confirm, isDanger = false }) {
  const no = button(text("shared.cancel"));
  const yes = button(confirm, isDanger ? "button danger" : "button primary");
  no.autofocus = true;
  const opened = openDialog(title, element("p", "", question), element("div", "actions", no, yes));
  no.addEventListener("click", () => opened.close(false));
  yes.addEventListener("click", () => opened.close(true));
  return (await opened.closed) === true;
}
