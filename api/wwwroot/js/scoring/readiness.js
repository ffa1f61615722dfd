import { baseUrl } from "../client/base-url.js";
import { readLocal, writeLocal } from "../client/local-storage.js";
import { setText } from "../shared/dom.js";
import { text } from "../shared/text.js";

const settling = 1_000;
const asked = "livefeed:persistence";

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

/** Shows whether the browser keeps what is stored here although the device runs short of space, once it was asked for that. */
export async function showPersistence(place) {
  if (readLocal(asked)) setText(place, text(await navigator.storage.persisted() ? "scoring.persisted" : "scoring.notPersisted"));
}

/**
 * Asks the browser to keep what is stored here, unless it has agreed before. Otherwise it may delete the outbox of a site that it takes for
 * unimportant. A browser may ask its user, and more readily agrees to a site that is in use: so this is called when a match is claimed.
 */
export async function askForPersistence(place) {
  // Missing over plain HTTP.
  if (!navigator.storage?.persist || (await navigator.storage.persisted())) return;
  await navigator.storage.persist();
  writeLocal(asked, true);
  await showPersistence(place);
}

// Only when the page starts, so that nobody is interrupted during a match.
function switchVersion(next) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  // After a reload the previous page exists for a moment, and counts as another window.
  setTimeout(() => next.postMessage("take over"), settling);
}
