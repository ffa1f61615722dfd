import { button, element } from "../shared/dom.js";
import { field } from "../shared/form.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";

/** A webhook's secret, with a button that copies it: `{ element, select }`; `select` selects it, for the keyboard. */
export function secretField(secret, hint) {
  const shown = field({ name: "secret", label: text("webhooks.secret"), hint, value: secret, readonly: "", autocomplete: "off", spellcheck: "false" });
  const select = () => {
    shown.input.focus();
    shown.input.select();
  };
  const copy = button(text("webhooks.copySecret"), "button primary");
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(secret);
    } catch {
      // Browsers allow the clipboard only on secure pages, and not on all of those.
      select();
      toast(text("webhooks.notCopied"));
      return;
    }
    toast(text("webhooks.secretCopied"));
  });
  return { element: element("div", "form", shown.element, element("div", "actions", copy)), select };
}
