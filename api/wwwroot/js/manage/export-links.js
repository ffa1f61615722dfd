import { api } from "../shared/api.js";
import { baseUrl } from "../client/base-url.js";
import { button, element } from "../shared/dom.js";
import { download } from "../shared/download.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";

/** @type {[TextKey, string][]} */
const files = [
  ["manage.scheduleSpreadsheet", "schedule.xlsx"], ["manage.scheduleCsv", "schedule.csv"],
  ["manage.resultsSpreadsheet", "results.xlsx"], ["manage.resultsCsv", "results.csv"],
];

/** What others can do with the schedule: print it, open it in a spreadsheet, subscribe to it. `update` shows the event's own limits. */
export function exportLinks({ eventId, path }) {
  const sheets = link(text("manage.scoreSheets"), `score-sheets/?event=${encodeURIComponent(eventId)}`);
  // A calendar program subscribes to its address.
  const calendar = element("li", "", link(text("manage.calendarFile"), `${path}/calendar.ics`));
  const hint = element("p", "facts", text("manage.calendarForMembers"));
  calendar.append(hint);
  const saves = files.map(([label, file]) => element("li", "", saveButton(text(label), `${path}/exports/${file}`, `${eventId}-${file}`)));
  return {
    element: element("details", "card formats", element("summary", "", text("manage.exportTitle")), element("ul", "prose", element("li", "", sheets), ...saves, calendar)),
    update: ({ visibility }) => (hint.hidden = visibility !== "members"),
  };
}

function link(label, address) {
  const made = element("a", "", label);
  made.href = new URL(address, baseUrl).href;
  return made;
}

// A link would be followed without the access token, and refused if the event is for its members.
function saveButton(label, address, name) {
  const made = button(label, "button quiet");
  made.addEventListener("click", async () => {
    if (made.ariaDisabled === "true") return;
    made.ariaDisabled = "true";
    try {
      const file = await api.file(address);
      download(name, file, file.type);
    } catch (error) {
      toast(problemText(error), "error");
    } finally {
      made.ariaDisabled = null;
    }
  });
  return made;
}
