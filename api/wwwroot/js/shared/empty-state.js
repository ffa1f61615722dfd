import { element } from "./dom.js";

/** Shown where there is nothing to show: says why, or what to do, with the possible actions. The title may be empty. */
export function emptyState(title, explanation, ...actions) {
  const box = element("div", "empty", ...(title ? [element("h2", "", title)] : []), element("p", "", explanation));
  if (actions.length > 0) box.append(element("div", "empty-actions", ...actions));
  return box;
}
