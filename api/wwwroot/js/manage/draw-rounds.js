/**
 * Says what the matches of a draw come to: `{ rounds, byes }`. A round is a list of matches that are played before those of the next one; the finals are in
 * the last, so that a team with a bye begins in the second. `byes` are the sides, as `{ match, side }`, of teams that have no match in the first round.
 */
export function drawRounds(matches) {
  const bracket = matches.filter(({ pool }) => !pool);
  // How many rounds a match needs, with those that wait for it. They come after it.
  const needs = new Map(bracket.map(({ id }) => [id, 1]));
  for (const match of bracket.toReversed())
    for (const source of sourcesOf(match)) if (needs.has(source)) needs.set(source, Math.max(needs.get(source), needs.get(match.id) + 1));
  const count = Math.max(0, ...needs.values());
  const rounds = Array.from({ length: count }, (_, index) => bracket.filter(({ id }) => needs.get(id) === count - index));
  const byes = rounds.slice(1).flat().flatMap((match) => [1, 2].filter((side) => matchOf(match[`team${side}From`]) === undefined).map((side) => ({ match, side })));
  return { rounds, byes };
}

function sourcesOf(match) {
  return [match.team1From, match.team2From].map(matchOf);
}

function matchOf(source) {
  return source?.winnerOf ?? source?.loserOf;
}
