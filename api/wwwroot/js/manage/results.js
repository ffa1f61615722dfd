import { arrange, button, element, keepingFocus, setText } from "../shared/dom.js";
import { emptyState } from "../shared/empty-state.js";
import { field } from "../shared/form.js";
import { teamsText } from "../shared/format.js";
import { byStart } from "../shared/match-order.js";
import { text } from "../shared/text.js";
import { ResultRow } from "./result-row.js";

const pageSize = 50;

/** The final scores, the latest matches first. An organizer signs them as official, or takes the signature back. */
export function resultsSection(context) {
  const facts = element("p", "facts");
  const failure = element("div", "stack");
  const find = field({ name: "team", label: text("manage.findTeam"), type: "search", autocomplete: "off" });
  const list = element("ul", "rows results");
  const more = button(text("manage.moreResults"));
  const none = emptyState(text("manage.noResults"), text("manage.noResultsText"));
  const rows = new Map();
  let wanted = pageSize;
  let state;

  const draw = () => {
    if (!state) return;
    const final = state.matches.filter(({ score }) => score?.status === "final");
    const words = find.input.value.trim().toLowerCase();
    const found = final.filter(({ match }) => teamsText(match).toLowerCase().includes(words)).toSorted((one, other) => byStart(other, one));
    setText(facts, final.length > 0 ? text("manage.signedOf", { signed: final.filter(({ score }) => score.official).length, count: final.length }) : "");
    none.hidden = final.length > 0;
    find.element.hidden = final.length === 0;
    more.hidden = found.length <= wanted;
    keepingFocus(() => arrange(list, found.slice(0, wanted).map((shown) => {
      const { id } = shown.match;
      const row = rows.get(id) ?? new ResultRow(context, failure);
      rows.set(id, row);
      row.show(shown);
      return row.element;
    })));
  };
  find.input.addEventListener("input", draw);
  more.addEventListener("click", () => {
    wanted += pageSize;
    draw();
  });
  none.hidden = more.hidden = find.element.hidden = true;
  return {
    element: element("div", "stack", element("div", "section-head", element("div", "", element("h2", "", text("manage.results")), facts)), find.element, failure, none, list, more),
    update(now) {
      state = now;
      draw();
    },
  };
}
