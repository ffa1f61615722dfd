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
    toast(text("shared.linkCopied"));
  } catch {
    // Loaded only now: nearly every browser copies it.
    const { copyLinkDialog } = await import("./copy-link.js");
    await copyLinkDialog(url);
  }
}
