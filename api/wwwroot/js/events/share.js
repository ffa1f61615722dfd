import { toast } from "../toast.js";

/** Hands this page's address on: by the device's own sheet where it has one, or else to the clipboard. */
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
    // Closed without choosing.
    if (error.name !== "AbortError") toast("The link can't be copied here. Take it from the address bar.", "error");
  }
}
