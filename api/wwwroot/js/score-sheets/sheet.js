import { locale } from "../shared/format.js";
import { element, headCell } from "../shared/dom.js";
import { text } from "../shared/text.js";

/** @type {Record<string, number>} */
const usualSets = { "volleyball": 5, "beach-volleyball": 3, "tennis": 3, "football": 2 };
const setsOfOthers = 5;

/** How many sets, or whatever the sport calls its periods, a match of the event can have. */
export function setsOf({ sport, bestOf }) {
  return bestOf ?? usualSets[sport] ?? setsOfOthers;
}

/**
 * One match's sheet, to be filled in by hand.
 *
 * @param {{ name: string, sport: string, bestOf: number | null, timeZone: string }} event
 * @param {{ number: string, division: string, court: string, team1: string, team2: string, startsAt: string | null }} match
 */
export function sheet(event, match) {
  const at = match.startsAt ? new Date(match.startsAt) : null;
  const day = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: event.timeZone });
  const clock = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: event.timeZone });
  const number = element("p", "sheet-number", text("sheets.match", { number: match.number }));
  const facts = element("dl", "sheet-facts",
    fact(text("shared.division"), match.division), fact(text("shared.court"), match.court),
    fact(text("sheets.date"), at ? day.format(at) : ""), fact(text("sheets.time"), at ? clock.format(at) : ""));
  const made = element("article", "sheet", element("header", "sheet-head", element("p", "", event.name), number), facts, numbers(event, match), remarks(), signatures());
  made.ariaLabel = `${match.team1} – ${match.team2}`;
  return made;
}

function fact(label, value) {
  return element("div", "", element("dt", "", label), element("dd", "", value));
}

function numbers(event, { team1, team2 }) {
  const sets = Array.from({ length: setsOf(event) }, (_, index) => headCell(`${index + 1}`));
  const rows = [team1, team2].map((team) => element("tr", "", headCell(team, "", "row"), ...sets.map(() => element("td")), element("td")));
  return element("table", "", element("thead", "", element("tr", "", headCell(text("sheets.team")), ...sets, headCell(text("sheets.result")))), element("tbody", "", ...rows));
}

function remarks() {
  return element("p", "sheet-remarks", text("sheets.remarks"));
}

function signatures() {
  const lines = [text("sheets.signature1"), text("sheets.signature2"), text("sheets.referee"), text("sheets.scorekeeper")];
  return element("div", "sheet-lines", ...lines.map((line) => element("p", "", line)));
}
