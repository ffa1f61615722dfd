import { element } from "./dom.js";

/** Gives a text to the reader as a file. */
export function download(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = element("a");
  Object.assign(link, { href: address, download: name });
  link.click();
  // Only when the browser has surely taken it over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
