import { element, headCell } from "../shared/dom.js";
import { formatsIn } from "../shared/format.js";
import { formatOf, periodName } from "../shared/match-format.js";
import { text } from "../shared/text.js";

const periodsOfUnknown = 5;

/** Returns a function that makes a match's sheet, to be filled in by hand: from a match as `GET /matches` lists it. */
export function sheetsOf(event) {
  const formats = formatsIn(event.timeZone);
  return (match) => sheet(event, match, formats);
}

function sheet(event, match, { day, clock }) {
  const at = match.startsAt ? new Date(match.startsAt) : null;
  const teams = [1, 2].map((side) => match[`team${side}`]?.name ?? match[`team${side}Label`] ?? "");
  const number = element("p", "sheet-number", text("sheets.match", { number: match.number ?? `${match.id}` }));
  const facts = element("dl", "sheet-facts",
    fact(text("shared.division"), match.division?.name ?? ""), fact(text("shared.court"), match.court?.name ?? ""),
    fact(text("sheets.date"), at ? day.format(at) : ""), fact(text("sheets.time"), at ? clock.format(at) : ""));
  const made = element("article", "sheet", element("header", "sheet-head", element("p", "", event.name), number), facts, numbers(formatOf(event, match), teams), remarks(), signatures());
  made.ariaLabel = teams.join(" – ");
  return made;
}

function fact(label, value) {
  return element("div", "", element("dt", "", label), element("dd", "", value));
}

function numbers(format, teams) {
  const periods = columnsOf(format).map((name) => headCell(name));
  const rows = teams.map((team) => element("tr", "", headCell(team, "", "row"), ...periods.map(() => element("td")), element("td")));
  return element("table", "", element("thead", "", element("tr", "", headCell(text("sheets.team")), ...periods, headCell(text("sheets.result")))), element("tbody", "", ...rows));
}

/** A column for every period that can be played without overtime. */
function columnsOf(format) {
  const count = (format.isInSets ? format.bestOf : format.periods) ?? periodsOfUnknown;
  return count === 1 && !format.isInSets ? [periodName(0, format)] : Array.from({ length: count }, (_, index) => `${index + 1}`);
}

function remarks() {
  return element("p", "sheet-remarks", text("sheets.remarks"));
}

function signatures() {
  const lines = [text("sheets.signature1"), text("sheets.signature2"), text("sheets.referee"), text("sheets.scorekeeper")];
  return element("div", "sheet-lines", ...lines.map((line) => element("p", "", line)));
}
