import { element } from "./dom.js";

/** A notice that screen readers announce at once. */
export function notice(message, tone = "error", ...more) {
  const box = element("div", "notice", element("p", "", message), ...more);
  if (tone) box.dataset.tone = tone;
  box.setAttribute("role", tone === "error" ? "alert" : "status");
  return box;
}
