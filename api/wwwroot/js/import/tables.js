import { element } from "../shared/dom.js";
import { momentText } from "../shared/format.js";
import { kindText } from "./items.js";
import { tableRegion } from "../shared/table.js";
import { text } from "../shared/text.js";

/** A table with rows of texts or elements, in a region that scrolls by itself. */
export function table(label, heads, rows) {
  const header = as("row", element("tr", "", ...heads.map((head) => as("columnheader", element("th", "", head)))));
  const body = rows.map((cells) => as("row", element("tr", "", ...cells.map((cell, index) => {
    const made = index === 0 ? as("rowheader", element("th", "", cell)) : as("cell", element("td", cell === "–" ? "is-none" : "", cell));
    // Shown before each cell on a phone, where a row is a card.
    made.dataset.label = heads[index];
    return made;
  }))));
  return tableRegion(label, as("table", element("table", "table", as("rowgroup", element("thead", "", header)), as("rowgroup", element("tbody", "", ...body)))));
}

export function previewTable(items, names) {
  return table(text("import.foundTable"), [text("import.kind"), text("import.match"), text("import.what"), text("import.when")], items.map((item) => [kindText(item), matchText(item, names), item.what, whenText(item)]));
}

export function resultTable(items, names) {
  return table(text("import.resultTable"), [text("import.result"), text("import.kind"), text("import.match"), text("import.what"), text("import.when"), text("import.why")], items.map((item) => [
    outcomePill(item.outcome), kindText(item), matchText(item, names), item.what, whenText(item), item.outcome.why || "–",
  ]));
}

export function faultTable(faults) {
  return table(text("import.unreadableTable"), [text("import.where"), text("import.why")], faults.map(({ place, why }) => [element("code", "", place), why]));
}

export function matchText({ matchId }, names) {
  if (matchId === undefined) return "–";
  if (!names) return text("import.matchWithId", { id: matchId });
  return names.get(matchId) ?? text("import.unknownMatch", { id: matchId });
}

function whenText({ when }) {
  return when ? momentText(when) : "–";
}

function outcomePill({ code, word }) {
  const pill = element("span", "pill", word);
  pill.dataset.state = code === "applied" ? "now" : code === "already_there" ? "" : "caution";
  return pill;
}

// Roles are set because Safari no longer treats the elements as a table once their layout is changed.
function as(role, node) {
  node.setAttribute("role", role);
  return node;
}
