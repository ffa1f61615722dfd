import { button, element, headCell } from "../shared/dom.js";
import { momentText } from "../shared/format.js";
import { notice } from "./require-sign-in.js";
import { tableRegion } from "../shared/table.js";
import { text } from "../shared/text.js";

/** @type {Record<string, TextKey>} */
const formats = { liveFeed: "manage.liveFeedJson", openFootball: "manage.openfootballJson", courtSchedule: "manage.courtSchedule", csv: "manage.csv", spreadsheet: "manage.spreadsheet", calendar: "manage.calendar" };
/** @type {[string, TextKey][]} */
const lists = [["matches", "manage.matches"], ["teams", "manage.scheduleTeams"], ["divisions", "manage.divisions"], ["courts", "manage.courts"]];
/** @type {Record<string, TextKey>} */
const fields = {
  number: "manage.matchNumber", name: "manage.name", division: "shared.division", court: "shared.court", team1: "manage.team1", team2: "manage.team2", startsAt: "manage.start", endsAt: "manage.end",
  pool: "manage.pool", pools: "manage.pools", workTeam: "manage.workTeam", team1From: "manage.team1From", team2From: "manage.team2From",
  officials: "manage.officials", format: "manage.format", partOf: "manage.partOf", rubber: "manage.rubber",
};
/** @type {Record<string, TextKey>} */
const columnFields = {
  ...fields, id: "manage.matchNumber", team1Label: "manage.label1", team2Label: "manage.label2", teams: "manage.bothTeams", date: "manage.date", time: "manage.time", duration: "manage.duration",
  referee: "manage.referee", scorekeeper: "manage.scorekeeper", lineJudge: "manage.lineJudge", helper: "manage.helper",
};
const firstShown = 30;
const fewClashes = 5;

/** Shows a file's changes, or its errors. */
export function previewOf(name, { format, changes, errors, reading, warnings, warningCount }, { apply, discard, order }) {
  const head = element("div", "preview-head", element("h3", "", name), element("p", "facts", text(formats[format] ?? "manage.unknownFormat")));
  if (errors.length > 0) return element("div", "card stack preview", head, ...faultsOf(errors, format), ...orderButtons(errors, order), ...readingOf(reading));
  const isSame = lists.every(([key]) => amountOf(changes[key]) === 0);
  const no = button(text(isSame ? "shared.close" : "manage.discard"));
  no.addEventListener("click", discard);
  if (isSame) return element("div", "card stack preview", head, notice(text("manage.sameSchedule"), ""), ...readingOf(reading), element("div", "actions", no));

  const yes = button(text("manage.apply"), "button primary");
  yes.addEventListener("click", async () => {
    if (yes.ariaDisabled === "true") return;
    yes.ariaDisabled = "true";
    await apply();
    yes.ariaDisabled = null;
  });
  const scored = changes.matches.removed.filter(({ hasScore }) => hasScore);
  const warning = scored.length > 0 ? [notice(text("manage.scoredRemoved", { count: scored.length }), "caution")] : [];
  return element("div", "card stack preview", head, ...readingOf(reading), summaryOf(changes), ...warning, ...clashesOf(warnings, warningCount), ...lists.map(([key, title]) => changesOf(changes, key, text(title))).filter(Boolean), element("div", "actions", no, yes));
}

function faultsOf(errors, format) {
  const place = text(["csv", "spreadsheet", "calendar"].includes(format) ? "manage.line" : "manage.place");
  const rows = errors.map(({ line, path, column, message }) => {
    const where = line && column ? text("manage.lineAndColumn", { line, column }) : line ? `${line}` : path ?? text("manage.theFile");
    return element("tr", "", headCell(where, "", "row"), element("td", "", message));
  });
  const header = element("tr", "", headCell(place), headCell(text("manage.whatIsWrong")));
  const table = element("table", "table faults", element("thead", "", header), element("tbody", "", ...rows));
  const most = 50;
  const found = errors.length >= most ? text("manage.firstErrors", { count: most }) : text("manage.errors", { count: errors.length });
  return [notice(`${found} ${text("manage.mendFile")}`), tableRegion(text("manage.errorTable"), table)];
}

/** The order of day and month, if the file doesn't decide it. */
function orderButtons(errors, order) {
  if (!errors.some(({ path }) => path === "dateOrder")) return [];
  const day = button(text("manage.dayFirst"));
  day.addEventListener("click", () => order("dmy"));
  const month = button(text("manage.monthFirst"));
  month.addEventListener("click", () => order("mdy"));
  return [element("div", "actions", day, month)];
}

/** What was guessed when the file was read, so that the organizer sees a wrong guess before it is applied. */
function readingOf({ timeZone, mapping, ignoredColumns, notes }) {
  const facts = [
    timeZone ? text("manage.readInZone", { zone: timeZone }) : "",
    ignoredColumns.length > 0 ? text("manage.notRead", { columns: ignoredColumns.join(", ") }) : "",
  ].filter(Boolean);
  const columns = Object.entries(mapping).map(([field, heading]) => element("li", "", `${text(columnFields[field])}: ${heading}`));
  const told = notes.map(({ line, message }) => element("li", "", line ? text("manage.lineNote", { line, note: message }) : message));
  return [
    ...(facts.length > 0 ? [element("p", "facts", facts.join(" "))] : []),
    ...(columns.length > 0 ? [element("details", "change-list", element("summary", "", text("manage.columnsRead")), element("ul", "prose", ...columns))] : []),
    ...(told.length > 0 ? [element("div", "", element("p", "", text("manage.lookAt")), element("ul", "prose", ...told))] : []),
  ];
}

/** Courts and teams with two matches at the same time, and the like: stored all the same. */
function clashesOf(warnings, count) {
  if (count === 0) return [];
  const box = element("details", "change-list", element("summary", "", text("manage.clashes", { count })), element("ul", "prose", ...warnings.map(({ message }) => element("li", "", message))));
  box.open = warnings.length <= fewClashes;
  return [box];
}

function summaryOf(changes) {
  const header = element("tr", "", ...[text("manage.list"), text("manage.new"), text("manage.changed"), text("manage.removed"), text("manage.same")].map((word, index) => headCell(word, index ? "number" : "")));
  const rows = lists.map(([key, title]) => {
    const { added, changed, removed, unchanged } = changes[key];
    const cells = [added.length, changed.length, removed.length, unchanged].map((number) => element("td", number ? "number" : "number is-none", `${number}`));
    return element("tr", "", headCell(text(title), "", "row"), ...cells);
  });
  return tableRegion(text("manage.whatChanges"), element("table", "table summary", element("thead", "", header), element("tbody", "", ...rows)));
}

function changesOf(changes, key, title) {
  const { added, changed, removed } = changes[key];
  const items = [
    ...removed.map((item) => changeRow(item, text("manage.removed"), "removed")),
    ...changed.map((item) => changeRow(item, text("manage.changed"), "changed")),
    ...added.map((item) => changeRow(item, text("manage.new"), "added")),
  ];
  if (items.length === 0) return null;
  const list = element("ul", "changes", ...items.slice(0, firstShown));
  const box = element("details", "change-list", element("summary", "", text("manage.changesOf", { list: title, count: items.length })), list);
  box.open = items.length <= firstShown;
  if (items.length > firstShown) {
    const all = button(text("manage.showAll", { count: items.length }));
    all.addEventListener("click", () => {
      list.append(...items.slice(firstShown));
      all.remove();
    });
    box.append(all);
  }
  return box;
}

function changeRow({ id, name, fields: changed, hasScore }, word, kind) {
  const mark = element("span", "change-mark", word);
  mark.dataset.kind = kind;
  const rows = changed.map(({ field, before, after }) => element("li", "",
    element("span", "change-field", `${field in fields ? text(fields[field]) : field}: `), element("del", "", valueText(field, before)), element("span", "visually-hidden", text("manage.becomes")), element("span", "change-arrow", " → "), element("ins", "", valueText(field, after))));
  for (const arrow of rows.map((one) => one.querySelector(".change-arrow"))) arrow.ariaHidden = "true";
  const details = element("div", "", element("p", "", name, element("span", "change-id", ` #${id}`)), ...(rows.length > 0 ? [element("ul", "change-fields", ...rows)] : []));
  const score = element("span", "pill", text("manage.hasScore"));
  score.dataset.state = "caution";
  return element("li", "change", mark, details, ...(hasScore && kind !== "added" ? [score] : []));
}

function valueText(field, value) {
  if (value === null) return text("manage.nothing");
  return field.endsWith("At") ? momentText(value) : value;
}

function amountOf({ added, changed, removed }) {
  return added.length + changed.length + removed.length;
}
