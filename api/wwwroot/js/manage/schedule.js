import { api } from "../shared/api.js";
import { baseUrl } from "../client/base-url.js";
import { confirmDialog } from "../shared/dialog.js";
import { button, element, setText } from "../shared/dom.js";
import { download } from "../shared/download.js";
import { FileError } from "../shared/file-error.js";
import { notice } from "../shared/notice-box.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { drawSection } from "./draw.js";
import { dropZone } from "./drop-zone.js";
import { exportLinks } from "./export-links.js";
import { previewOf } from "./schedule-preview.js";

/** @type {Record<string, TextKey>} */
const affectedTexts = { removed: "manage.affectRemoved", swapped: "manage.affectSwapped", team: "manage.affectTeam" };

const mostBytes = 8 * 1024 * 1024;

/** Imports a schedule from a file: previews it, then applies it. */
export function scheduleSection(context) {
  const stands = element("p", "facts");
  const result = element("div", "stack");
  result.tabIndex = -1;
  const zone = dropZone({ label: text("manage.chooseFile"), hint: text("manage.orDrop"), accept: ".json,.csv,.txt,.xlsx,.xls,.ics,application/json,text/csv,text/calendar", onFile: preview });
  const help = formats();
  const draw = drawSection(context);
  const exports = exportLinks(context);
  exports.update(context.event);
  let running = 0;
  let isFirst = true;

  /**
   * @param {File} file
   * @param {{ dateOrder?: string, mapping?: Record<string, string | null> }} [choices] What the organizer has chosen: whether the day or the month comes first in dates, and the field of each column.
   */
  async function preview(file, choices = {}) {
    const mine = ++running;
    // A button of the preview before goes away with it.
    const isAsked = result.contains(document.activeElement);
    if (file.size > mostBytes) {
      showResult(notice(text("manage.fileTooLarge", { file: file.name })));
      return;
    }
    showResult(notice(text("manage.reading", { file: file.name }), ""));
    try {
      const content = new Blob([await bytesOf(file)]);
      const read = await api.post(`${context.path}/schedule/preview${queryOf(choices)}`, content);
      if (mine === running) showResult(previewOf(file.name, read, {
        apply: () => apply(file, read, choices), discard, order: (dateOrder, mapping) => preview(file, { ...choices, dateOrder, ...(mapping && { mapping }) }), columns: (mapping) => preview(file, { ...choices, mapping }),
      }));
    } catch (error) {
      if (mine !== running) return;
      const again = button(text("shared.tryAgain"));
      again.addEventListener("click", () => preview(file, choices));
      showResult(notice(error instanceof FileError ? error.message : problemText(error), "error", again));
    }
    // Unless somebody has gone on elsewhere meanwhile.
    if (isAsked && mine === running && document.activeElement === document.body) result.focus({ preventScroll: true });
  }

  async function apply(file, { schedule, version, changes, affected }, choices) {
    if (affected.length > 0 && !(await confirmDialog({
      title: text("manage.affectScored", { count: affected.length }),
      text: affectedText(affected, changes),
      confirm: text("manage.applyAndAffect"),
      isDanger: true,
    }))) return;
    try {
      const query = affected.length > 0 ? "?affectScored=true" : "";
      const summary = await api.put(`${context.path}/schedule${query}`, schedule, { headers: { "If-Match": version } });
      showResult(notice(text("manage.appliedWith", { contents: contentsText(summary) }), "success"));
      toast(text("manage.applied"));
    } catch (error) {
      const again = button(text("manage.previewAgain"));
      again.addEventListener("click", () => preview(file, choices));
      // Scores that began since the preview don't change the schedule's version.
      const words = error.code === "version_mismatch" || error.code === "scored_matches_affected"
        ? text("manage.scheduleChanged")
        : text("manage.notApplied", { problem: problemText(error) });
      showResult(notice(words, error.code === "version_mismatch" || error.code === "scored_matches_affected" ? "caution" : "error", again));
    }
  }

  function discard() {
    running++;
    result.replaceChildren();
    zone.focus();
  }

  function showResult(...content) {
    result.replaceChildren(...content);
  }

  const save = button(text("manage.downloadJson"));
  save.addEventListener("click", async () => {
    try {
      download(`${context.eventId}-schedule.json`, JSON.stringify(await api.get(`${context.path}/schedule`), null, 2), "application/json");
    } catch (error) {
      showResult(notice(problemText(error)));
    }
  });
  return {
    element: element("div", "stack", element("div", "section-head", element("div", "", element("h2", "", text("manage.schedule")), stands), element("div", "actions", draw.opener, save)), draw.element, exports.element, zone.element, element("p", "facts", text("manage.takesPlace")), result, help),
    update(state) {
      const { length } = state.matches;
      // An organizer without a schedule needs the explanation of how to import one.
      if (isFirst) help.open = length === 0;
      isFirst = false;
      exports.update(context.event);
      setText(stands, length > 0 ? text("manage.present", { count: length }) : text("manage.noneYet"));
    },
  };
}

/** @param {{ dateOrder?: string, mapping?: Record<string, string | null> }} choices */
function queryOf({ dateOrder, mapping }) {
  const query = new URLSearchParams();
  if (dateOrder) query.set("dateOrder", dateOrder);
  if (mapping) query.set("mapping", JSON.stringify(mapping));
  return query.size > 0 ? `?${query}` : "";
}

// A file that was changed since it was chosen, or is a folder, can't be read.
async function bytesOf(file) {
  try {
    return await file.arrayBuffer();
  } catch (error) {
    throw new FileError(text("manage.unreadable", { file: file.name }), error);
  }
}

function formats() {
  const sample = element("a", "", text("manage.sample"));
  sample.href = new URL("samples/schedule.csv", baseUrl).href;
  sample.download = "schedule.csv";
  const csv = element("li", "", element("strong", "", text("manage.csv")), text("manage.csvFormat"), sample, ".");
  return element("details", "card formats", element("summary", "", text("manage.whichFiles")), element("ul", "prose", csv,
    element("li", "", element("strong", "", text("manage.spreadsheets")), text("manage.spreadsheetFormat")),
    element("li", "", element("strong", "", text("manage.calendars")), text("manage.calendarFormat")),
    element("li", "", element("strong", "", text("manage.liveFeedJson")), text("manage.liveFeedFormat")),
    element("li", "", element("strong", "", text("manage.openfootballJson")), text("manage.openfootballFormat")),
    element("li", "", element("strong", "", text("manage.courtSchedules")), text("manage.courtSchedulesFormat"))));
}

function contentsText({ matches, teams, divisions, courts }) {
  return [
    text("shared.matches", { count: matches }), text("manage.teamCount", { count: teams }),
    text("manage.divisionCount", { count: divisions }), text("manage.courtCount", { count: courts }),
  ].join(", ");
}

/** What the schedule does to the scores of matches, one sentence for each kind of change. */
function affectedText(affected, { matches }) {
  const names = new Map([...matches.changed, ...matches.removed].map(({ id, name }) => [id, name]));
  return ["removed", "swapped", "team"].map((change) => {
    const those = affected.filter((one) => one.change === change).map(({ matchId }) => ({ name: names.get(matchId) }));
    return those.length > 0 ? text(affectedTexts[change], { matches: listed(those) }) : "";
  }).filter(Boolean).join(" ");
}

function listed(items) {
  const shown = items.slice(0, 5).map(({ name }) => name).join("; ");
  return items.length > 5 ? text("manage.andMore", { names: shown, count: items.length - 5 }) : shown;
}
