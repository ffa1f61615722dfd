import { byId, element } from "../shared/dom.js";
import { compareNames } from "../shared/format.js";
import { text } from "../shared/text.js";

/**
 * Fills the selects with the divisions and courts of a schedule. What is chosen is in the page's address, so that a link leads to the same sheets.
 *
 * @param {{ divisions: { id: number, name: string }[], courts: { id: number, name: string }[] }} schedule
 * @param {{ division: string, court: string }} chosen
 * @param {(name: "division" | "court", id: string) => void} onChange
 */
export function showChoice({ divisions, courts }, chosen, onChange) {
  fill("division", text("sheets.allDivisions"), divisions, chosen.division, onChange);
  fill("court", text("sheets.allCourts"), courts, chosen.court, onChange);
  byId("choice").hidden = false;
}

function fill(name, all, items, chosen, onChange) {
  const select = /** @type {HTMLSelectElement} */ (byId(name));
  const options = [{ id: "", name: all }, ...[...items].sort((one, other) => compareNames(one.name, other.name))].map((item) => {
    const option = element("option", "", item.name);
    option.value = `${item.id}`;
    return option;
  });
  select.replaceChildren(...options);
  select.value = chosen;
  select.onchange = () => onChange(name, select.value);
}
