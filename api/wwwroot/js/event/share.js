import { toast } from "../shared/toast.js";

/** Shares this page's address: by the device's share sheet if it has one, else by the clipboard. */
export async function share(title) {
  const { href: url } = location;
  try {
    if (navigator.share) {
      await navigator.share({ title, url });
    } else {
      await navigator.clipboard.writeText(url);
      toast("Link copied.", "success");
    }
  } catch (error) {
    // An AbortError means that the reader closed the share sheet.
    if (error.name !== "AbortError") toast("The link can't be copied here. Take it from the address bar.", "error");
  }
}
