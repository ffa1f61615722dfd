import { element } from "../shared/dom.js";

const columns = [["finished", "Finished"], ["playing", "In play"], ["coming", "To come"], ["late", "Late"]];

/** Counts by place, one row for each. */
export class ProgressTable {
  #body = element("tbody");
  #drawn = "";

  constructor(title, place) {
    const header = element("tr", "", head(place), ...columns.map(([, word]) => head(word, "number")));
    const wrap = element("div", "table-wrap", element("table", "table progress-table", element("thead", "", header), this.#body));
    wrap.tabIndex = 0;
    wrap.setAttribute("role", "region");
    wrap.setAttribute("aria-label", title);
    this.element = element("section", "block", element("h2", "", title), wrap);
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
  bar.setAttribute("aria-label", `${count.name}: ${count.finished} of ${count.total} finished`);
  const name = element("th", "", element("span", "", count.name), bar);
  name.scope = "row";
  const cells = columns.map(([kind]) => {
    const cell = element("td", "number", `${count[kind]}`);
    if (count[kind] > 0) cell.dataset.kind = kind;
    return cell;
  });
  return element("tr", "", name, ...cells);
}

function head(word, className = "") {
  const cell = element("th", className, word);
  cell.scope = "col";
  return cell;
}
