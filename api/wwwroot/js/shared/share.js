import { button, openDialog } from "./dialog.js";
import { element } from "./dom.js";
import { field } from "./form.js";
import { toast } from "./toast.js";

/** Shares an address: by the device's share sheet, else by the clipboard, else by showing it to be copied by hand. */
export async function share({ title, url }) {
  if (navigator.share) {
    try {
      await navigator.share({ title, url });
      return;
    } catch (error) {
      if (error.name === "AbortError") return;
    }
  }
  try {
    await navigator.clipboard.writeText(url);
    toast("The link is copied.");
  } catch {
    await byHand(url);
  }
}

async function byHand(url) {
  const link = field({ name: "link", label: "Link", value: url, readonly: "" });
  const done = button("Done", "button primary");
  const opened = openDialog("Copy this link", link.element, element("div", "actions", done));
  done.addEventListener("click", () => opened.close());
  link.input.focus();
  link.input.select();
  await opened.closed;
}
