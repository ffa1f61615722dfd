import { element } from "../shared/dom.js";
import { teamName } from "../shared/format.js";
import { text } from "../shared/text.js";

/**
 * What a player is beside a player, by the names that the API has for it.
 *
 * @type {Record<string, TextKey>}
 */
const roles = { captain: "incidents.role.captain", libero: "incidents.role.libero", goalkeeper: "incidents.role.goalkeeper" };

/** Returns the line-ups of a match side by side, each with who starts and who is on the bench. */
export function lineupList(lineups, match) {
  return element("div", "lineups", ...[1, 2].map((side) => sideOf(lineups.find((one) => one.side === side), teamName(match, side))));
}

function sideOf(lineup, name) {
  const players = lineup?.players ?? [];
  const starting = players.filter(({ starts }) => starts);
  const bench = players.filter(({ starts }) => !starts);
  return element("section", "lineup",
    element("h4", "", name),
    element("div", "",
      ...(lineup ? [] : [element("p", "facts", text("incidents.noLineup"))]),
      ...(starting.length > 0 ? [listOf(starting)] : []),
      ...(bench.length > 0 ? [element("h5", "", text("incidents.bench")), listOf(bench)] : [])));
}

function listOf(players) {
  return element("ul", "", ...players.map(({ number, name, roles: also = [] }) => element("li", "",
    element("span", "lineup-number", number ?? ""),
    element("span", "lineup-player",
      // Who has neither a published name nor a number is there all the same.
      name ?? (number === undefined ? text("incidents.player") : text("incidents.number", { number })),
      ...(also.length > 0 ? [" ", element("span", "lineup-role", also.map((role) => (role in roles ? text(roles[role]) : role)).join(", "))] : [])))));
}
