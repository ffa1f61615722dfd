import { element, headCell } from "../shared/dom.js";
import { kindText } from "../shared/incident-text.js";
import { text } from "../shared/text.js";

// These stand in the list of incidents already, each by itself, and don't compare the sides.
const untold = new Set(["substitution", "injury", "note", "periodStart", "periodEnd"]);

/** What there is to compare in a match's statistics, as `{ name, values: [team 1, team 2] }`. */
export function comparisonsOf(statistics, format) {
  if (!statistics) return [];
  const runs = format.unit === "point" ? [
    { name: text("incidents.longestRun"), values: pair(statistics.longestRun) },
    { name: text("incidents.biggestLead"), values: pair(statistics.biggestLead).map((lead) => Math.max(lead, 0)) },
  ] : [];
  const kinds = statistics.kinds.filter(({ kind }) => !untold.has(kind)).map((count) => ({ name: kindText(count.kind), values: pair(count) }));
  return [...runs, ...kinds].filter(({ values: [one, other] }) => one + other > 0);
}

/** Returns a table of them, in which a bar shows the share of each side. */
export function statisticsBars(comparisons, names) {
  const head = element("thead", "visually-hidden", element("tr", "", headCell(names[0]), element("td"), headCell(names[1])));
  return element("table", "bars", head, element("tbody", "", ...comparisons.map(({ name, values: [one, other] }) => {
    const bar = element("span", "bar-share");
    bar.style.setProperty("--share", `${(one / (one + other)) * 100}%`);
    const cell = headCell("", "bar-name", "row");
    cell.append(element("span", "", name), bar);
    return element("tr", "", element("td", "bar-value", `${one}`), cell, element("td", "bar-value", `${other}`));
  })));
}

function pair({ team1, team2 }) {
  return [team1, team2];
}
