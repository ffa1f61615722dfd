import { element } from "./dom.js";

const shownFor = 6_000;
// Added before its first text, otherwise screen readers wouldn't announce it.
const region = element("div", "toasts");
region.setAttribute("aria-live", "polite");
document.body.append(region);

/** Reports what was done, for a few seconds at the edge of the page. Use a notice in the page if the user must act. */
export function toast(message, tone = "info") {
  const shown = element("p", "toast", message);
  shown.dataset.tone = tone;
  region.append(shown);
  setTimeout(() => shown.remove(), shownFor);
}
