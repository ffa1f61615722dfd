import { phaseOf } from "./phase.js";
import { compareNames } from "../shared/format.js";

/**
 * Returns the filter of a view. `isIn(shown)` says whether a match passes all of it, `isInBut(shown)` whether it passes all but the state;
 * the counts beside the states use the latter.
 */
export function filterOf(view, favourites) {
  const words = plain(view.team).split(/\s+/).filter(Boolean);
  const isInBut = ({ match }) =>
    (view.division === null || match.division?.id === view.division)
    && (view.court === null || match.court?.id === view.court)
    && (!view.mine || favourites.isOf(match))
    && (words.length === 0 || [1, 2].some((side) => hasAll(nameOf(match, side), words)));
  return { isInBut, isIn: (shown) => (view.show === "" || view.show === phaseOf(shown)) && isInBut(shown) };
}

/** Normalizes a name for searching: without case and accents. */
export function plain(name) {
  return name.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
}

// Computed only if teams are searched for, and then once per name, not with every score.
const plainNames = new WeakMap();

function nameOf(match, side) {
  let names = plainNames.get(match);
  if (!names) plainNames.set(match, (names = [1, 2].map((one) => plain(match[`team${one}`]?.name ?? match[`team${one}Label`] ?? ""))));
  return names[side - 1];
}

function hasAll(name, words) {
  return words.every((word) => name.includes(word));
}

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
