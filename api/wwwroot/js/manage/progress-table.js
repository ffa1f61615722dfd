import { element, headCell } from "../shared/dom.js";
import { tableRegion } from "../shared/table.js";
import { text } from "../shared/text.js";

/** @type {[string, TextKey][]} */
const columns = [["finished", "manage.finished"], ["playing", "shared.inPlay"], ["coming", "manage.toCome"], ["late", "manage.late"]];

/** Counts by place, one row for each. */
export class ProgressTable {
  #body = element("tbody");
  #drawn = "";

  constructor(title, place) {
    const header = element("tr", "", headCell(place), ...columns.map(([, label]) => headCell(text(label), "number")));
    const table = element("table", "table progress-table", element("thead", "", header), this.#body);
    this.element = element("section", "block", element("h2", "", title), tableRegion(title, table));
  }

  show(counts) {
    this.element.hidden = counts.length === 0;
    const drawn = JSON.stringify(counts);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#body.replaceChildren(...counts.map(row));
  }
}

function row(count) {
  const bar = element("progress", "progress");
  bar.max = count.total;
  bar.value = count.finished;
  bar.setAttribute("aria-label", text("manage.placeProgress", { place: count.name, finished: count.finished, total: count.total }));
  const name = headCell(element("span", "", count.name), "", "row");
  name.append(bar);
  const cells = columns.map(([kind]) => {
    const cell = element("td", "number", `${count[kind]}`);
    if (count[kind] > 0) cell.dataset.kind = kind;
    return cell;
  });
  return element("tr", "", name, ...cells);
}
