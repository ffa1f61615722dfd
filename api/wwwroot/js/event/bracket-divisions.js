/**
 * The ids of the divisions that have a bracket, with null for matches without a division: those with a match whose sides come from other matches or
 * from pools.
 */
export function divisionsWithBrackets(matches) {
  return new Set(matches.filter(({ match }) => match.team1From || match.team2From).map(({ match }) => match.division?.id ?? null));
}
