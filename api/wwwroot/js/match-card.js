import { columnsOf } from "./columns.js";
import { element, setText } from "./dom.js";
import { statusOf } from "./state.js";
import { momentText, teamName } from "./words.js";

const markFor = 1_800;

/** One match of the list. Its numbers are changed in place, so that what changed can be marked. */
export class MatchCard {
  #shown = {};
  #heading = element("h3", "visually-hidden");
  #status = element("span", "status");
  #where = element("span", "where");
  #header = element("tr");
  #head = element("thead", "", this.#header);
  #rows = [1, 2].map(() => element("tr"));
  #names = [1, 2].map(() => element("span", "team"));
  #winners = [1, 2].map(() => element("span", "winner-mark", " ✓"));
  #columns = [];
  #keeper = element("p", "keeper");

  constructor() {
    const table = element("table", "score", this.#head, element("tbody", "", ...this.#rows));
    this.element = element("li", "match", this.#heading, element("p", "match-head", this.#status, this.#where), table, this.#keeper);
    for (const mark of this.#winners) mark.append(element("span", "visually-hidden", " winner"));
  }

  get status() {
    return this.element.dataset.status;
  }

  /** Takes over what is known now; does nothing where that is what it shows. */
  update({ match, score, claim }, event) {
    const before = this.#shown;
    if (before.match === match && before.score === score && before.claim === claim && before.event === event) return;
    this.#shown = { match, score, claim, event };
    const status = statusOf({ score });
    this.element.dataset.status = status;
    this.element.dataset.match = match.id;

    const names = [teamName(match, 1), teamName(match, 2)];
    setText(this.#heading, `${names[0]} – ${names[1]}`);
    setText(this.#status, statusText(status, match));
    setText(this.#where, [match.court?.name, match.division?.name].filter(Boolean).join(" · "));
    names.forEach((name, side) => {
      setText(this.#names[side], name);
      this.#winners[side].hidden = score?.winner !== side + 1;
      this.#rows[side].classList.toggle("is-winner", score?.winner === side + 1);
    });
    this.#showColumns(columnsOf(score, event));

    const isOver = status === "final" || status === "cancelled";
    const keeper = !isOver && claim?.state === "claimed" ? claim.claimedBy?.name : "";
    this.#keeper.hidden = !keeper;
    setText(this.#keeper, keeper ? `Score kept by ${keeper}` : "");
  }

  #showColumns(columns) {
    const isNew = this.#header.childElementCount === 0;
    const layout = (list) => list.map(({ key, label, kind }) => `${key} ${label} ${kind}`).join();
    const before = this.#columns;
    if (isNew || layout(before) !== layout(columns)) this.#layOut(columns);
    this.#columns = columns;

    columns.forEach(({ key, values }, index) => {
      const known = before.find((column) => column.key === key)?.values ?? [0, 0];
      this.#rows.forEach((row, side) => {
        const cell = row.cells[index + 1];
        setText(cell, `${values[side]}`);
        cell.classList.toggle("is-behind", values[side] < values[1 - side]);
        if (!isNew && values[side] !== known[side]) mark(cell);
      });
    });
  }

  #layOut(columns) {
    this.#header.replaceChildren(headerCell("col", "", element("span", "visually-hidden", "Team")));
    this.#rows.forEach((row, side) => row.replaceChildren(headerCell("row", "", this.#names[side], this.#winners[side])));
    this.#head.hidden = columns.length === 0;
    for (const { label, title, kind } of columns) {
      const header = headerCell("col", `is-${kind}`, label);
      if (label !== title) header.setAttribute("abbr", title);
      this.#header.append(header);
      for (const row of this.#rows) row.append(element("td", `is-${kind}`));
    }
  }
}

function headerCell(scope, className, ...children) {
  const cell = element("th", className, ...children);
  cell.scope = scope;
  return cell;
}

function statusText(status, match) {
  if (status === "inProgress") return "In play";
  if (status === "final") return "Final";
  if (status === "cancelled") return "Cancelled";
  return match.startsAt ? momentText(match.startsAt) : "Time not set";
}

const marked = new WeakMap();

/** Tints a number that changed for a few seconds; the style sheet lets the tint fade, or not, as the reader prefers. */
function mark(cell) {
  clearTimeout(marked.get(cell));
  cell.classList.add("is-changed");
  marked.set(cell, setTimeout(() => cell.classList.remove("is-changed"), markFor));
}
