import { phaseOf } from "./phase.js";

/** Whether a match is wanted by a view: `isIn(shown)` by all of it, `isInBut(shown)` by all but its state, which the counts beside the states are of. */
export function filterOf(view, favourites) {
  const words = plain(view.team).split(/\s+/).filter(Boolean);
  const isInBut = ({ match }) =>
    (view.division === null || match.division?.id === view.division)
    && (view.court === null || match.court?.id === view.court)
    && (!view.mine || favourites.isOf(match))
    && (words.length === 0 || [1, 2].some((side) => hasAll(nameOf(match, side), words)));
  return { isInBut, isIn: (shown) => (view.show === "" || view.show === phaseOf(shown)) && isInBut(shown) };
}

/** A name as it is looked for: without case and accents. */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
}

// Only where teams are looked for, and then once per name and not with every score.
const plainNames = new WeakMap();

function nameOf(match, side) {
  let names = plainNames.get(match);
  if (!names) plainNames.set(match, (names = [1, 2].map((one) => plain(match[`team${one}`]?.name ?? match[`team${one}Label`] ?? ""))));
  return names[side - 1];
}

function hasAll(name, words) {
  return words.every((word) => name.includes(word));
}
