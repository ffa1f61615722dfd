/**
 * The matches of a schedule with their names, in the order in which they are played.
 *
 * @param {any} schedule The response to GET /schedule.
 * @param {{ match: string, division: string, court: string }} chosen Ids; an empty one is any.
 */
export function planned({ matches, divisions, courts, teams }, chosen) {
  const [divisionNames, courtNames, teamNames] = [divisions, courts, teams].map((items) => new Map(items.map(({ id, name }) => [id, name])));
  return matches
    .filter(({ id, divisionId, courtId }) => is(chosen.match, id) && is(chosen.division, divisionId) && is(chosen.court, courtId))
    .sort((one, other) => compare(one.startsAt ?? "~", other.startsAt ?? "~") || one.id - other.id)
    .map((match) => ({
      number: match.number ?? `${match.id}`,
      division: divisionNames.get(match.divisionId) ?? "",
      court: courtNames.get(match.courtId) ?? "",
      team1: teamNames.get(match.team1Id) ?? match.team1Label ?? "",
      team2: teamNames.get(match.team2Id) ?? match.team2Label ?? "",
      startsAt: match.startsAt ?? null,
    }));
}

function is(chosen, id) {
  return chosen === "" || chosen === `${id}`;
}

// All times have the same form, in UTC, so they sort as text.
function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
