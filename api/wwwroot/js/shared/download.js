import { element } from "./dom.js";

/** Offers a text or a Blob to the reader as a file download. */
export function download(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = element("a");
  Object.assign(link, { href: address, download: name });
  link.click();
  // By then the browser has certainly read it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
