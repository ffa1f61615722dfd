import { compareNames } from "../shared/format.js";

/** Returns the filter choices of a schedule: its divisions, courts and teams, each as `{ id, name }`, ordered by name. */
export function choicesOf(matches) {
  const [divisions, courts, teams] = [new Map(), new Map(), new Map()];
  for (const { match } of matches) {
    gather(divisions, match.division);
    gather(courts, match.court);
    gather(teams, match.team1);
    gather(teams, match.team2);
  }
  const sorted = (named) => [...named.values()].sort((a, b) => compareNames(a.name, b.name));
  return { divisions: sorted(divisions), courts: sorted(courts), teams: sorted(teams) };
}

function gather(known, named) {
  if (named) known.set(named.id, named);
}
