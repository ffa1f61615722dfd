import { locale } from "../shared/format.js";

const days = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** The day of a time, where the reader is. */
export function dayText(at) {
  return days.format(new Date(at));
}
