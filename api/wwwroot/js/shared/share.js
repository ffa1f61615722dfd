import { problemText } from "./problem-text.js";
import { text } from "./text.js";
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
  } catch {
    // Loaded only now: nearly every browser copies it.
    const dialog = await import("./copy-link.js").catch((error) => toast(problemText(error), "error"));
    if (dialog) await dialog.copyLinkDialog(url);
    return;
  }
  toast(text("shared.linkCopied"));
}
