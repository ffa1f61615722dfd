import { connect } from "../../livefeed.js";
import { showBar } from "../shared/nav-bar.js";
import { connectionPill } from "../shared/connection-pill.js";
import { arrange, byId, element, setText } from "../shared/dom.js";
import { pageEventId, setPageTitle } from "../shared/page-address.js";
import { teamsText } from "../shared/format.js";
import { courtsOf, courtViews } from "./court.js";
import { maxCourts, screenAddress } from "./query.js";
import { text } from "../shared/text.js";

/** Lets the user choose what this screen shows. */
export function showChooser() {
  showBar({ eventId: pageEventId, current: "display" });
  const rows = new Map();
  const list = element("ul", "rows");
  const empty = element("p", "empty", text("display.noMatches"));
  const all = link(text("shared.allCourts"));
  const several = link(text("display.sideBySide"), "button primary");
  const light = element("input");
  light.type = "checkbox";
  const plain = link(text("display.plain"));
  const choice = element("div", "choice", list,
    element("p", "hint", text("display.tick")),
    element("label", "check", light, text("display.light")),
    element("div", "actions choice-actions", plain, all, several));
  choice.hidden = true;
  empty.hidden = true;
  byId("content").append(choice, empty);

  const pill = connectionPill(byId("connection"), () => feed.reconnect());
  const feed = connect({ eventId: pageEventId, onState: show, onStatus: pill.show });
  choice.addEventListener("change", address);

  function show(state) {
    const { event, matches } = state;
    if (event) {
      setText(byId("event-name"), text("shared.nav.display"));
      setText(byId("event-facts"), text("display.choose", { event: event.name }));
      setPageTitle(text("shared.nav.display"), event.name);
    }
    const courts = courtsOf(matches);
    for (const { id, name } of courts) {
      if (!rows.has(id)) rows.set(id, new Row(id));
      rows.get(id).show(name, courtViews(state, id)[0]);
    }
    const ids = new Set(courts.map(({ id }) => id));
    for (const id of rows.keys()) if (!ids.has(id)) rows.delete(id);
    arrange(list, [...ids].map((id) => rows.get(id).element));
    choice.hidden = courts.length === 0;
    empty.hidden = courts.length > 0;
    address();
  }

  function address() {
    const options = { theme: light.checked ? "light" : "dark" };
    for (const row of rows.values()) row.lead(options);
    const ticked = [...rows.values()].filter((row) => row.isTicked).map(({ id }) => id).slice(0, maxCourts);
    all.href = screenAddress("all", options);
    several.href = screenAddress(ticked.join(), options);
    several.hidden = ticked.length < 2;
    setText(several, text("display.showCourts", { count: ticked.length }));
    plain.href = screenAddress(ticked.join(), { ...options, view: "plain" });
  }
}

/** One court to choose. */
class Row {
  #link = link("", "");
  #now = element("p", "facts");
  #tick = element("input");

  constructor(id) {
    this.id = id;
    this.#tick.type = "checkbox";
    this.element = element("li", "row", element("div", "", element("h2", "", this.#link), this.#now), element("label", "check", this.#tick));
  }

  get isTicked() {
    return this.#tick.checked;
  }

  show(name, { current, next }) {
    setText(this.#link, name);
    this.#tick.setAttribute("aria-label", text("display.sideBySideWith", { court: name }));
    const shown = current ?? next;
    setText(this.#now, shown ? text(current ? "display.nowPlaying" : "display.nextMatch", { match: teamsText(shown.match) }) : text("display.nothingPlanned"));
  }

  lead(options) {
    this.#link.href = screenAddress(this.id, options);
  }
}

function link(label, className = "button") {
  return element("a", className, label);
}
