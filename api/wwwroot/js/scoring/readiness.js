import { baseUrl } from "../client/base-url.js";
import { setText } from "../shared/dom.js";
import { text } from "../shared/text.js";

const settling = 1_000;

/** Makes the browser store this page, so that it also opens without a network, and shows whether it is stored. */
export async function keepForWork(place) {
  if (!navigator.serviceWorker) {
    setText(place, text("scoring.keepOpen"));
    return;
  }

  try {
    const registration = await navigator.serviceWorker.register(new URL("sw.js", baseUrl), {
      type: "module", updateViaCache: "none", scope: new URL("score/", baseUrl).pathname,
    });
    if (registration.waiting) switchVersion(registration.waiting);
    await navigator.serviceWorker.ready;
    setText(place, text("scoring.ready"));
  } catch {
    setText(place, text("scoring.notStored"));
  }
}

// Only when the page starts, so that nobody is interrupted during a match.
function switchVersion(next) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  // After a reload the previous page exists for a moment, and counts as another window.
  setTimeout(() => next.postMessage("take over"), settling);
}
