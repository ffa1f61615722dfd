import { api } from "../shared/api.js";

const pageSize = 1_000;

/**
 * Loads all matches of an event, each with its format if that isn't the event's.
 *
 * @param {string} path The address of the event.
 * @returns {Promise<any[]>}
 */
export async function loadMatches(path) {
  const matches = new Map();
  for (let offset = 0, total = 1; offset < total; ) {
    const page = await api.get(`${path}/matches?limit=${pageSize}&offset=${offset}`);
    total = page.items.length === 0 ? 0 : page.total;
    offset += page.items.length;
    // If the schedule changes meanwhile, a match may come twice.
    for (const match of page.items) matches.set(match.id, match);
  }
  return [...matches.values()];
}

/**
 * The chosen matches, in the order in which they are played.
 *
 * @param {any[]} matches
 * @param {{ match: string, division: string, court: string }} chosen Ids; an empty one is any.
 */
export function planned(matches, chosen) {
  return matches
    .filter(({ id, division, court }) => is(chosen.match, id) && is(chosen.division, division?.id) && is(chosen.court, court?.id))
    .sort((one, other) => compare(one.startsAt ?? "~", other.startsAt ?? "~") || one.id - other.id);
}

function is(chosen, id) {
  return chosen === "" || chosen === `${id}`;
}

// All times have the same form, in UTC, so they sort as text.
function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
