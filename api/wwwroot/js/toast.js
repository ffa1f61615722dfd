import { element } from "./dom.js";

const shownFor = 6_000;
// There before its first text, or screen readers wouldn't watch it.
const region = element("div", "toasts");
region.setAttribute("aria-live", "polite");
document.body.append(region);

/** Tells what was done, beside the page and for a few seconds. What the reader must act on belongs into the page instead. */
export function toast(text, tone = "info") {
  const shown = element("p", "toast", text);
  shown.dataset.tone = tone;
  region.append(shown);
  setTimeout(() => shown.remove(), shownFor);
}
