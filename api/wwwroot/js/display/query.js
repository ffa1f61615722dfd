/** More courts can't be read from afar; the plain display has the same limit. */
export const maxCourts = 12;

/** The id for matches that have no court. */
export const noCourt = "none";

const words = new URLSearchParams(location.search);
const asked = words.get("court");

/** The courts that the address names: their ids as text, in order, or `null` for all. */
export const askedCourts = asked === "all" ? null : [...new Set((asked ?? "").split(",").filter(Boolean))].slice(0, maxCourts);

/** Whether the address names courts at all. */
export const isScreen = words.has("court");

/** Returns the address of a screen with these courts, relative to this page. */
export function screenAddress(courts, { theme = "dark", view = "" } = {}) {
  const parts = [view && `view=${view}`, courts !== "" && `court=${courts}`, theme === "light" && "theme=light"];
  return `?${parts.filter(Boolean).join("&")}`;
}
