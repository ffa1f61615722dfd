import { baseUrl } from "../client/base-url.js";
import { element } from "../shared/dom.js";
import { text } from "../shared/text.js";

/** @type {[TextKey, string][]} */
const files = [
  ["manage.scheduleSpreadsheet", "exports/schedule.xlsx"], ["manage.scheduleCsv", "exports/schedule.csv"],
  ["manage.resultsSpreadsheet", "exports/results.xlsx"], ["manage.resultsCsv", "exports/results.csv"], ["manage.calendarFile", "calendar.ics"],
];

/** Links to what others can do with the schedule: print it, open it in a spreadsheet, subscribe to it. */
export function exportLinks({ eventId, path }) {
  const sheets = link(text("manage.scoreSheets"), `score-sheets/?event=${encodeURIComponent(eventId)}`);
  const items = [sheets, ...files.map(([label, file]) => link(text(label), `${path}/${file}`))].map((one) => element("li", "", one));
  return element("details", "card formats", element("summary", "", text("manage.exportTitle")), element("ul", "prose", ...items));
}

function link(label, address) {
  const made = element("a", "", label);
  made.href = new URL(address, baseUrl).href;
  return made;
}
