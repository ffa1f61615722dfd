import { baseUrl } from "../client/base-url.js";

const here = location.pathname.split("/").pop();

/** The id of this page's event; empty if the address names none. */
export const pageEventId = decodedOrRaw(here);

/**
 * Returns the address of an event's page (`events`, `score`, `display`, `manage`, `coverage`, `import`), or, without an id, of
 * `score/`, `manage/` or the index.
 */
export function pageAddress(page = "", eventId = "") {
  return new URL(page && `${page}/${encodeURIComponent(eventId)}`, baseUrl).href;
}

/** Sets the title that the window and the browser's history show for this page. */
export function setPageTitle(...parts) {
  document.title = [...parts.filter(Boolean), "LiveFeed"].join(" – ");
}

function decodedOrRaw(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
