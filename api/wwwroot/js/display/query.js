/** More can't be read from afar; the plain display has the same bound. */
export const mostCourts = 12;

/** Stands for the matches that have no court. */
export const noCourt = "none";

const words = new URLSearchParams(location.search);
const asked = words.get("court");

/** Which courts the address asks for: their ids as text in order, or `null` for all. */
export const askedCourts = asked === "all" ? null : [...new Set((asked ?? "").split(",").filter(Boolean))].slice(0, mostCourts);

/** Whether the address asks for courts at all. */
export const isScreen = words.has("court");

/** The address of a screen with these courts, relative to this page. */
export function screenAddress(courts, { theme = "dark", view = "" } = {}) {
  const parts = [view && `view=${view}`, courts !== "" && `court=${courts}`, theme === "light" && "theme=light"];
  return `?${parts.filter(Boolean).join("&")}`;
}
