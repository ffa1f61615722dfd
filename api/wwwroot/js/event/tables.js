import { byId, setText } from "../shared/dom.js";
import { problemText } from "../shared/problem-text.js";

/** The switch between matches and tables, and the tables. Their code is loaded when somebody first opens them. */
export class Tables {
  #address;
  #onLoad;
  #box = byId("tables");
  #fault = byId("tables-fault");
  #views = byId("views");
  #view = null;
  #isAsked = false;

  /** @param onLoad Called once the tables can be shown. */
  constructor(address, onLoad) {
    this.#address = address;
    this.#onLoad = onLoad;
    for (const link of this.#links)
      link.addEventListener("click", (event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        address.go({ tables: link.dataset.view === "tables" });
      });
  }

  /** Shows the tables if the view asks for them. `isOpen` is false if the event can't be seen. */
  show(standings, context, isOpen = true) {
    const { tables } = this.#address.view;
    this.#views.hidden = !isOpen || (standings.length === 0 && !tables);
    this.#box.hidden = !isOpen || !tables;
    byId("board").classList.toggle("has-tables", isOpen && tables);
    byId("toolbar").classList.toggle("has-tables", isOpen && tables);
    for (const link of this.#links) {
      const isTables = link.dataset.view === "tables";
      link.setAttribute("href", this.#address.hrefWith({ tables: isTables, match: null }));
      if (isTables === tables) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (this.#box.hidden) return;
    if (this.#view) this.#view.show(standings, context);
    else this.#load();
  }

  get #links() {
    return [.../** @type {NodeListOf<HTMLAnchorElement>} */ (this.#views.querySelectorAll("a"))];
  }

  // Some browsers don't fetch a module again after a failure, so the page has to be loaded again.
  async #load() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    try {
      const { TablesView } = await import("./tables-view.js");
      this.#view = new TablesView(this.#box, this.#address);
      this.#onLoad();
    } catch (error) {
      setText(this.#fault, problemText(error));
      this.#fault.hidden = false;
    }
  }
}
