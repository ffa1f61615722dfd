import { element, headCell } from "../shared/dom.js";
import { clockText, dayText, teamName } from "../shared/format.js";
import { tableRegion } from "../shared/table.js";
import { text } from "../shared/text.js";

/** @type {{ title: TextKey, of: (match: any) => string }[]} */
const columns = [
  { title: "manage.matchNumber", of: (match) => match.number ?? `${match.id}` },
  { title: "manage.team1", of: (match) => teamName(match, 1) },
  { title: "manage.team2", of: (match) => teamName(match, 2) },
  { title: "manage.start", of: ({ startsAt }) => (startsAt ? `${dayText(startsAt)}, ${clockText(startsAt)}` : "") },
  { title: "shared.court", of: ({ court }) => court?.name ?? "" },
  { title: "shared.division", of: ({ division }) => division?.name ?? "" },
];

/** The first matches of a file as they would be stored, so that a wrong guess is seen at once. What none of them has is left out. */
export function firstMatches(matches) {
  const shown = columns.filter(({ of }) => matches.some((match) => of(match) !== ""));
  const rows = matches.map((match) => element("tr", "", ...shown.map(({ of }) => element("td", "", of(match)))));
  const table = element("table", "table first-matches", element("thead", "", element("tr", "", ...shown.map(({ title }) => headCell(text(title))))), element("tbody", "", ...rows));
  return element("div", "", element("h4", "", text("manage.firstMatches", { count: matches.length })), tableRegion(text("manage.firstMatchesTable"), table));
}
