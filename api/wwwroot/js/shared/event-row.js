import { element } from "./dom.js";
import { eventState, factsOf } from "./format.js";
import { pageAddress } from "./page-address.js";

/** An event in a list: its name as a link to one of its pages, its facts and its state. */
export function eventRow(event, page, { linkClass = "", more = "" } = {}) {
  const { name, word } = eventState(event);
  const link = element("a", linkClass, event.name);
  link.href = pageAddress(page, event.id);
  const state = element("span", "pill", word);
  state.dataset.state = name;
  const facts = element("p", "facts", [factsOf(event), more].filter(Boolean).join(" · "));
  return element("li", "row", element("div", "", element("h2", "", link), facts), state);
}
