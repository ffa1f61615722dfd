import { byId, element } from "../shared/dom.js";
import { compareNames } from "../shared/format.js";
import { text } from "../shared/text.js";

/**
 * Fills the selects with the divisions and courts of the matches. What is chosen is in the page's address, so that a link leads to the same sheets.
 *
 * @param {any[]} matches
 * @param {{ division: string, court: string }} chosen
 * @param {(name: "division" | "court", id: string) => void} onChange
 */
export function showChoice(matches, chosen, onChange) {
  fill("division", text("sheets.allDivisions"), namesOf(matches, "division"), chosen.division, onChange);
  fill("court", text("sheets.allCourts"), namesOf(matches, "court"), chosen.court, onChange);
  byId("choice").hidden = false;
}

function namesOf(matches, kind) {
  return [...new Map(matches.filter((match) => match[kind]).map((match) => [match[kind].id, match[kind]])).values()];
}

function fill(name, all, items, chosen, onChange) {
  const select = /** @type {HTMLSelectElement} */ (byId(name));
  const options = [{ id: "", name: all }, ...items.sort((one, other) => compareNames(one.name, other.name))].map((item) => {
    const option = element("option", "", item.name);
    option.value = `${item.id}`;
    return option;
  });
  select.replaceChildren(...options);
  select.value = chosen;
  select.onchange = () => onChange(name, select.value);
}
