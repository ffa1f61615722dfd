import { button, element, setText } from "../shared/dom.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";

/**
 * Says that a part of the page couldn't be loaded, with a button that loads it again. Some browsers don't fetch a module again after a failure,
 * so the whole page is: its address says what was open.
 *
 * @param {any} error
 */
export function loadFault(error) {
  const message = element("p", "", error.code ? problemText(error) : text("event.notLoaded"));
  const again = button(text("shared.tryAgain"));
  again.addEventListener("click", async () => {
    if (again.ariaDisabled === "true") return;
    again.ariaDisabled = "true";
    // A page that is loaded without a network is the browser's own, and all that is shown here would be gone.
    if (await canReachPage()) location.reload();
    else setText(message, text("shared.problem.network"));
    again.ariaDisabled = null;
  });
  const box = element("div", "notice load-fault", message, again);
  box.dataset.tone = "error";
  box.setAttribute("role", "alert");
  return box;
}

async function canReachPage() {
  try {
    return (await fetch(location.href, { method: "HEAD", cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
