import { siteBase } from "../client/site.js";
import { setText } from "../dom.js";

const settling = 1_000;

/** Has the browser keep this page, so that it opens without a network too, and tells whether it does. */
export async function keepForWork(place) {
  if (!navigator.serviceWorker) {
    setText(place, "Keep this page open while you work: here it can't be opened without a network.");
    return;
  }

  try {
    const registration = await navigator.serviceWorker.register(new URL("sw.js", siteBase), {
      type: "module", updateViaCache: "none", scope: new URL("score/", siteBase).pathname,
    });
    if (registration.waiting) switchVersion(registration.waiting);
    await navigator.serviceWorker.ready;
    setText(place, "Ready for work: this page also opens without a network, and keeps what you tap until it is sent.");
  } catch {
    setText(place, "Keep this page open while you work: this browser couldn't store it for work without a network.");
  }
}

// At the start and at no other time: nobody's match is interrupted by it.
function switchVersion(next) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  // Of a page that is loaded again, the one before is still there for a moment, and counts as another window.
  setTimeout(() => next.postMessage("take over"), settling);
}
