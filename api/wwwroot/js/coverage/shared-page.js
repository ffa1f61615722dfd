import { byId, setText } from "../shared/dom.js";
import { Notices } from "../shared/notice.js";
import { pageAddress, pageEventId } from "../shared/page-address.js";
import { OwnPlan } from "./own-plan.js";
import { handOver } from "./import-receipt.js";
import { text } from "../shared/text.js";

/** A plan opened by its link: to read it, and to add it to the reader's own. */
export class SharedPage {
  title = text("coverage.sharedPlan");
  selected;
  #notices = new Notices(byId("notices"));
  #ids = [];

  constructor({ ids, unreadable }) {
    this.selected = ids;
    document.body.dataset.plan = "shared";
    setText(byId("title"), this.title);
    setText(byId("empty-title"), text("coverage.nothingInPlan"));
    setText(byId("empty-text"), text("coverage.linkNamesNone"));
    byId("make-mine").addEventListener("click", () => this.#make());
    if (unreadable.length > 0) this.#notices.show("unreadable", text("coverage.unreadableLink", { parts: unreadable.join(", ") }), { tone: "caution" });
  }

  show({ shown, isKnown }) {
    byId("make-mine").hidden = shown.length === 0;
    this.#ids = shown.map(({ match }) => match.id);
    const missing = this.selected.length - shown.length;
    if (isKnown && missing > 0) this.#notices.show("missing", text("coverage.notInSchedule", { count: missing }), { tone: "caution" });
    else this.#notices.hide("missing");
  }

  // Stored on this device at once; the plan's own page continues saving it.
  #make() {
    const plan = new OwnPlan({ eventId: pageEventId, existing: (ids) => ids, onChange() {}, onElsewhere() {} });
    const fresh = this.#ids.filter((id) => !plan.selected.includes(id));
    plan.add(fresh);
    handOver(fresh.length);
    location.assign(pageAddress("coverage", pageEventId));
  }
}
