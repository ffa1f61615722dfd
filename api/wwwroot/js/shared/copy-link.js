import { openDialog } from "./dialog.js";
import { button, element } from "./dom.js";
import { field } from "./form.js";
import { text } from "./text.js";

/** Shows a link to be copied by hand. */
export async function copyLinkDialog(url) {
  const link = field({ name: "link", label: text("shared.link"), value: url, readonly: "" });
  const done = button(text("shared.done"), "button primary");
  const opened = openDialog(text("shared.copyLink"), link.element, element("div", "actions", done));
  done.addEventListener("click", () => opened.close());
  link.input.focus();
  link.input.select();
  await opened.closed;
}
