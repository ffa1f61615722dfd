import { byId } from "../shared/dom.js";

/** The links between matches, tables and brackets. */
export class ViewSwitch {
  #address;
  #box = byId("views");

  constructor(address) {
    this.#address = address;
    for (const link of this.#links)
      link.addEventListener("click", (event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        // On a phone a match takes the place of the view.
        address.go({ ...changeTo(link.dataset.view), ...(!matchMedia("(min-width: 60rem)").matches && { match: null }) });
      });
  }

  /** Offers what the event has, and the view that is open. `isOpen` is false if the event can't be seen. */
  show({ hasTables = false, hasBrackets = false }, isOpen = true) {
    const { tables, brackets } = this.#address.view;
    const current = tables ? "tables" : brackets ? "brackets" : "matches";
    const isOffered = { matches: true, tables: hasTables || tables, brackets: hasBrackets || brackets };
    this.#box.hidden = !isOpen || !(isOffered.tables || isOffered.brackets);
    for (const part of [byId("board"), byId("toolbar")]) part.classList.toggle("has-other-view", isOpen && current !== "matches");
    for (const link of this.#links) {
      const { view } = link.dataset;
      link.hidden = !isOffered[view];
      link.setAttribute("href", this.#address.hrefWith({ ...changeTo(view), match: null }));
      if (view === current) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  get #links() {
    return [.../** @type {NodeListOf<HTMLAnchorElement>} */ (this.#box.querySelectorAll("a"))];
  }
}

function changeTo(view) {
  return { tables: view === "tables", brackets: view === "brackets" };
}
