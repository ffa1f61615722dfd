import { button, element, headCell } from "../shared/dom.js";
import { columnForm } from "./column-form.js";
import { firstMatches } from "./first-matches.js";
import { momentText } from "../shared/format.js";
import { notice } from "../shared/notice-box.js";
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
const tables = new Set(["csv", "spreadsheet"]);
const firstShown = 30;
const fewClashes = 5;

/**
 * Shows a file's changes, or its errors. `order` and `columns` preview the file anew, as the organizer says that it is to be read.
 */
export function previewOf(name, preview, { apply, discard, order, columns }) {
  const { format, errors, reading } = preview;
  const head = element("div", "preview-head", element("h3", "", name), element("p", "facts", text(formats[format] ?? "manage.unknownFormat")));
  // It goes as soon as a column is read otherwise: only what was previewed can be applied.
  /** @type {(() => any) | null} */
  let chosen = null;
  // With the columns as they are chosen now.
  const inOrder = (dateOrder) => order(dateOrder, chosen?.());
  const outcome = element("div", "stack", ...(errors.length > 0 ? [...faultsOf(errors, format), ...orderButtons(errors, inOrder), ...readingOf(reading)] : outcomeOf(preview, { apply, discard })));
  const isAsked = errors.some(({ path }) => path === "mapping");
  const form = isTable(preview) ? [columnForm({ ...reading, isOpen: isAsked }, {
    onChange: (latest) => {
      chosen = latest;
      outcome.remove();
    },
    onPreview: columns,
  })] : [];
  return element("div", "card stack preview", head, ...dateOrderOf(reading, inOrder), ...form, outcome);
}

function isTable({ format, reading }) {
  return tables.has(format) && reading.columns.length > 0;
}

/** What the file would change, with the button that applies it. */
function outcomeOf(preview, { apply, discard }) {
  const { changes, reading, warnings, warningCount } = preview;
  const isSame = lists.every(([key]) => amountOf(changes[key]) === 0);
  const no = button(text(isSame ? "shared.close" : "manage.discard"));
  no.addEventListener("click", discard);
  if (isSame) return [notice(text("manage.sameSchedule"), ""), ...readingOf(reading), element("div", "actions", no)];

  const yes = button(text("manage.apply"), "button primary");
  yes.addEventListener("click", async () => {
    if (yes.ariaDisabled === "true") return;
    yes.ariaDisabled = "true";
    await apply();
    yes.ariaDisabled = null;
  });
  const scored = changes.matches.removed.filter(({ hasScore }) => hasScore);
  const warning = scored.length > 0 ? [notice(text("manage.scoredRemoved", { count: scored.length }), "caution")] : [];
  const first = isTable(preview) && reading.firstMatches.length > 0 ? [firstMatches(reading.firstMatches)] : [];
  return [...readingOf(reading), ...first, summaryOf(changes), ...warning, ...clashesOf(warnings, warningCount), ...lists.map(([key, title]) => changesOf(changes, key, text(title))).filter(Boolean), element("div", "actions", no, yes)];
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

/** How dates were read that can be read in two ways, with a button that turns it round. */
function dateOrderOf({ dateOrder }, order) {
  if (!dateOrder) return [];
  const isDayFirst = dateOrder === "dmy";
  const other = button(text(isDayFirst ? "manage.turnMonthFirst" : "manage.turnDayFirst"), "button quiet");
  other.addEventListener("click", () => order(isDayFirst ? "mdy" : "dmy"));
  return [element("div", "date-order", element("p", "facts", text(isDayFirst ? "manage.readDayFirst" : "manage.readMonthFirst")), other)];
}

/** What was guessed when the file was read, so that the organizer sees a wrong guess before it is applied. */
function readingOf({ timeZone, ignoredColumns, notes }) {
  const facts = [
    timeZone ? text("manage.readInZone", { zone: timeZone }) : "",
    ignoredColumns.length > 0 ? text("manage.notRead", { columns: ignoredColumns.join(", ") }) : "",
  ].filter(Boolean);
  const told = notes.map(({ line, message }) => element("li", "", line ? text("manage.lineNote", { line, note: message }) : message));
  return [
    ...(facts.length > 0 ? [element("p", "facts", facts.join(" "))] : []),
    ...(told.length > 0 ? [notice(text("manage.lookAt"), "caution", element("ul", "prose", ...told))] : []),
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
