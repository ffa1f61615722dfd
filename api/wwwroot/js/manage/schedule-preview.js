import { button } from "../shared/dialog.js";
import { element } from "../shared/dom.js";
import { momentText } from "../shared/format.js";
import { notice } from "./require-sign-in.js";
import { counted } from "./match-text.js";
import { headCell, tableRegion } from "../shared/table.js";

const formats = { liveFeed: "LiveFeed JSON", openFootball: "openfootball JSON", courtSchedule: "court schedule", csv: "CSV" };
const lists = [["matches", "Matches", "match", "matches"], ["teams", "Teams", "team"], ["divisions", "Divisions", "division"], ["courts", "Courts", "court"]];
const fields = { name: "Name", division: "Division", court: "Court", team1: "Team 1", team2: "Team 2", startsAt: "Start", endsAt: "End" };
const firstShown = 30;

/** Shows a file's changes, or its errors. */
export function previewOf(name, { format, changes, errors }, { apply, discard }) {
  const head = element("div", "preview-head", element("h3", "", name), element("p", "facts", formats[format] ?? "Unknown format"));
  if (errors.length > 0) return element("div", "card stack preview", head, ...faultsOf(errors, format));
  const isSame = lists.every(([key]) => amountOf(changes[key]) === 0);
  const no = button(isSame ? "Close" : "Discard");
  no.addEventListener("click", discard);
  if (isSame) return element("div", "card stack preview", head, notice("This is the schedule as it is stored. There is nothing to apply.", ""), element("div", "actions", no));

  const yes = button("Apply this schedule", "button primary");
  yes.addEventListener("click", async () => {
    if (yes.ariaDisabled === "true") return;
    yes.ariaDisabled = "true";
    await apply();
    yes.ariaDisabled = null;
  });
  const scored = changes.matches.removed.filter(({ hasScore }) => hasScore);
  const warning = scored.length > 0 ? [notice(`${counted(scored.length, "match", "matches")} that would be removed ${scored.length === 1 ? "has a score, which goes" : "have scores, which go"} too.`, "caution")] : [];
  return element("div", "card stack preview", head, summaryOf(changes), ...warning, ...lists.map((list) => changesOf(changes, ...list)).filter(Boolean), element("div", "actions", no, yes));
}

function faultsOf(errors, format) {
  const place = format === "csv" ? "Line" : "Place";
  const rows = errors.map(({ line, path, message }) => {
    return element("tr", "", headCell(line ? `${line}` : path ?? "The file", "", "row"), element("td", "", message));
  });
  const header = element("tr", "", headCell(place), headCell("What is wrong"));
  const table = element("table", "table faults", element("thead", "", header), element("tbody", "", ...rows));
  const many = errors.length >= 50 ? "The first 50 errors" : counted(errors.length, "error");
  return [notice(`${many} in this file. Nothing is applied; mend the file and choose it again.`), tableRegion("Errors", table)];
}

function summaryOf(changes) {
  const header = element("tr", "", ...["List", "New", "Changed", "Removed", "Same"].map((word, index) => headCell(word, index ? "number" : "")));
  const rows = lists.map(([key, title]) => {
    const { added, changed, removed, unchanged } = changes[key];
    const cells = [added.length, changed.length, removed.length, unchanged].map((number) => element("td", number ? "number" : "number is-none", `${number}`));
    return element("tr", "", headCell(title, "", "row"), ...cells);
  });
  return tableRegion("What changes", element("table", "table summary", element("thead", "", header), element("tbody", "", ...rows)));
}

function changesOf(changes, key, title) {
  const { added, changed, removed } = changes[key];
  const items = [
    ...removed.map((item) => changeRow(item, "Removed", "removed")),
    ...changed.map((item) => changeRow(item, "Changed", "changed")),
    ...added.map((item) => changeRow(item, "New", "added")),
  ];
  if (items.length === 0) return null;
  const list = element("ul", "changes", ...items.slice(0, firstShown));
  const box = element("details", "change-list", element("summary", "", `${title}: ${counted(items.length, "change")}`), list);
  box.open = items.length <= firstShown;
  if (items.length > firstShown) {
    const all = button(`Show all ${items.length}`);
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
  const details = changed.map(({ field, before, after }) => element("li", "",
    element("span", "change-field", `${fields[field] ?? field}: `), element("del", "", valueText(field, before)), element("span", "visually-hidden", " becomes "), element("span", "change-arrow", " → "), element("ins", "", valueText(field, after))));
  for (const arrow of details.map((one) => one.querySelector(".change-arrow"))) arrow.ariaHidden = "true";
  const text = element("div", "", element("p", "", name, element("span", "change-id", ` #${id}`)), ...(details.length > 0 ? [element("ul", "change-fields", ...details)] : []));
  const score = element("span", "pill", "Has a score");
  score.dataset.state = "caution";
  return element("li", "change", mark, text, ...(hasScore && kind !== "added" ? [score] : []));
}

function valueText(field, value) {
  if (value === null) return "nothing";
  return field.endsWith("At") ? momentText(value) : value;
}

function amountOf({ added, changed, removed }) {
  return added.length + changed.length + removed.length;
}
