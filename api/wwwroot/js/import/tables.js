import { element } from "../dom.js";
import { momentText } from "../words.js";
import { kindWord } from "./items.js";

/** A table of rows of text or elements, in a region that scrolls by itself. */
export function table(label, heads, rows) {
  const head = element("tr", "", ...heads.map((text) => scoped(element("th", "", text), "col")));
  const body = rows.map((cells) => element("tr", "", ...cells.map((cell, index) => {
    const made = index === 0 ? scoped(element("th", "", cell), "row") : element("td", "", cell);
    // Said before each cell on a phone, where a row is a card.
    made.dataset.label = heads[index];
    return made;
  })));
  const wrap = element("div", "table-wrap", element("table", "table", element("thead", "", head), element("tbody", "", ...body)));
  wrap.tabIndex = 0;
  wrap.setAttribute("role", "region");
  wrap.setAttribute("aria-label", label);
  return wrap;
}

export function previewTable(items, names) {
  return table("What was found", ["Kind", "Match", "What", "When"], items.map((item) => [kindWord(item), matchText(item, names), item.what, whenText(item)]));
}

export function resultTable(items, names) {
  return table("What became of it", ["Result", "Kind", "Match", "What", "When", "Why"], items.map((item) => [
    outcomePill(item.outcome), kindWord(item), matchText(item, names), item.what, whenText(item), item.outcome.why || "–",
  ]));
}

export function faultTable(faults) {
  return table("What can't be read", ["Where", "Why"], faults.map(({ place, why }) => [element("code", "", place), why]));
}

export function matchText({ matchId }, names) {
  if (matchId === undefined) return "–";
  return names.get(matchId) ?? `Match ${matchId}: not in the schedule`;
}

function whenText({ when }) {
  return when ? momentText(when) : "–";
}

function outcomePill({ code, word }) {
  const pill = element("span", "pill", word);
  pill.dataset.state = code === "applied" ? "now" : code === "already_there" ? "" : "caution";
  return pill;
}

function scoped(cell, scope) {
  cell.scope = scope;
  return cell;
}
