import { element } from "../shared/dom.js";

/** Stands where there is nothing to show, and says why, or what to do. */
export function emptyBox(title, explanation, ...more) {
  return element("div", "empty", ...(title ? [element("h2", "", title)] : []), element("p", "", explanation), ...more);
}
