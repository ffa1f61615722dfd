import { siteBase } from "./client/site.js";

const here = location.pathname.split("/").pop();

/** The id of the event that this page is of; empty where the address names none. */
export const pageEventId = decodedOrRaw(here);

/** The address of a page: of one event (`events`, `score`, `display`, `manage`, `coverage`, `import`), or with no id `score/`, `manage/` or the index. */
export function pageAddress(page = "", eventId = "") {
  return new URL(page && `${page}/${encodeURIComponent(eventId)}`, siteBase).href;
}

/** What the window and the browser's history call this page. */
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
