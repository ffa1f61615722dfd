import { api } from "../shared/api.js";
import { baseUrl } from "../client/base-url.js";
import { button, confirmDialog } from "../shared/dialog.js";
import { element, setText } from "../shared/dom.js";
import { download } from "../shared/download.js";
import { FileError } from "../shared/file-error.js";
import { problemText } from "../shared/problem-text.js";
import { toast } from "../shared/toast.js";
import { dropZone } from "./drop-zone.js";
import { notice } from "./require-sign-in.js";
import { counted } from "./match-text.js";
import { previewOf } from "./schedule-preview.js";

const mostBytes = 8 * 1024 * 1024;

/** Imports a schedule from a file: previews it, then applies it. */
export function scheduleSection(context) {
  const stands = element("p", "facts");
  const result = element("div", "stack");
  result.tabIndex = -1;
  const zone = dropZone({ label: "Choose a file", text: "or drop it here", accept: ".json,.csv,.txt,application/json,text/csv", onFile: preview });
  const help = formats();
  let running = 0;
  let isFirst = true;

  async function preview(file) {
    const mine = ++running;
    if (file.size > mostBytes) {
      tell(notice(`${file.name} is larger than 8 MB, which is the most that a schedule may have.`));
      return;
    }
    tell(notice(`Reading ${file.name}…`, ""));
    try {
      const content = new Blob([await bytesOf(file)]);
      const read = await api.post(`${context.path}/schedule/preview`, content);
      if (mine === running) tell(previewOf(file.name, read, { apply: () => apply(file, read), discard }));
    } catch (error) {
      if (mine !== running) return;
      const again = button("Try again");
      again.addEventListener("click", () => preview(file));
      tell(notice(error instanceof FileError ? error.message : problemText(error), "error", again));
    }
  }

  async function apply(file, { schedule, version, changes }) {
    const scored = changes.matches.removed.filter(({ id, hasScore }) => hasScore || context.state?.get(`score/${id}`));
    if (scored.length > 0 && !(await confirmDialog({
      title: `Remove ${counted(scored.length, "match", "matches")} with scores?`,
      text: `Their scores, with all their history, are removed too, and can't be brought back: ${listed(scored)}.`,
      confirm: "Apply and remove",
      isDanger: true,
    }))) return;
    try {
      const summary = await api.put(`${context.path}/schedule`, schedule, { headers: { "If-Match": version } });
      tell(notice(`The schedule is applied: ${counted(summary.matches, "match", "matches")}, ${counted(summary.teams, "team")}, ${counted(summary.divisions, "division")}, ${counted(summary.courts, "court")}.`, "success"));
      toast("The schedule is applied.");
    } catch (error) {
      const again = button("Preview it again");
      again.addEventListener("click", () => preview(file));
      const words = error.code === "version_mismatch"
        ? "Somebody has changed the schedule since this preview. Nothing was applied; preview the file again to see what it changes now."
        : `Nothing was applied. ${problemText(error)}`;
      tell(notice(words, error.code === "version_mismatch" ? "caution" : "error", again));
    }
  }

  function discard() {
    running++;
    result.replaceChildren();
    zone.focus();
  }

  function tell(...content) {
    result.replaceChildren(...content);
  }

  const save = button("Download as JSON");
  save.addEventListener("click", async () => {
    try {
      download(`${context.eventId}-schedule.json`, JSON.stringify(await api.get(`${context.path}/schedule`), null, 2), "application/json");
    } catch (error) {
      tell(notice(problemText(error)));
    }
  });
  return {
    element: element("div", "stack", element("div", "section-head", element("div", "", element("h2", "", "Schedule"), stands), save), zone.element, result, help),
    update(state) {
      const { length } = state.matches;
      // An organizer without a schedule needs the explanation of how to import one.
      if (isFirst) help.open = length === 0;
      isFirst = false;
      setText(stands, length > 0 ? `${counted(length, "match", "matches")} at present. A new file takes the place of all of them; matches that stay keep their scores.` : "There are no matches yet.");
    },
  };
}

// A file that was changed since it was chosen, or is a folder, can't be read.
async function bytesOf(file) {
  try {
    return await file.arrayBuffer();
  } catch (error) {
    throw new FileError(`${file.name} can't be read. Choose it again.`, error);
  }
}

function formats() {
  const sample = element("a", "", "Download a sample");
  sample.href = new URL("samples/schedule.csv", baseUrl).href;
  sample.download = "schedule.csv";
  const columns = element("code", "", "id,division,court,team1,team2,startsAt,endsAt");
  const csv = element("li", "", element("strong", "", "CSV"), " from any spreadsheet, saved as UTF-8. The first line names the columns: ", columns,
    ". Only id, team1 and team2 must be there; times need their zone, as in 2026-07-04T10:00:00+02:00. ", sample, ".");
  return element("details", "card formats", element("summary", "", "Which files can be read"), element("ul", "prose", csv,
    element("li", "", element("strong", "", "LiveFeed JSON"), ", as the API takes it and as it is saved here."),
    element("li", "", element("strong", "", "openfootball JSON"), ". Results in it are passed over."),
    element("li", "", element("strong", "", "Court schedules"), " of volleyball tournament systems, as JSON.")));
}

function listed(items) {
  const shown = items.slice(0, 5).map(({ name }) => name).join("; ");
  return items.length > 5 ? `${shown}; and ${items.length - 5} more` : shown;
}
