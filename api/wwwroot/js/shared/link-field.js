import { button, element } from "./dom.js";
import { field } from "./form.js";
import { share } from "./share.js";
import { text } from "./text.js";

/**
 * A link to pass on, with a button that copies or shares it.
 *
 * @param {{ title: string, link: string, hint: string }} options `title` says what is shared.
 * @returns {{ element: HTMLElement, select: () => void }} `select` selects the link, for the keyboard.
 */
export function linkField({ title, link, hint }) {
  const address = field({ name: "link", label: text("shared.link"), hint, value: link, readonly: "" });
  const copy = button(text("shared.copyTheLink"), "button primary");
  copy.addEventListener("click", () => share({ title, url: link }));
  const whole = element("div", "form", address.element, element("div", "actions", copy));
  return {
    element: whole,
    select() {
      address.input.focus();
      address.input.select();
      whole.scrollIntoView({ block: "nearest" });
    },
  };
}
