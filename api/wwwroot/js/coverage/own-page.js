import { defaultSession } from "../client/base-url.js";
import { byId, setText } from "../shared/dom.js";
import { Notices } from "../shared/notice.js";
import { pageEventId } from "../shared/page-address.js";
import { signInDialog } from "../shared/sign-in.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { Choosing } from "./choosing.js";
import { handedOver } from "./import-receipt.js";
import { OwnPlan } from "./own-plan.js";
import { saveState } from "./save-state.js";
import { teamsText } from "../shared/format.js";

/** The reader's own plan: choosing and storing matches. */
export class OwnPage {
  title = text("shared.nav.coverage");
  #notices = new Notices(byId("notices"));
  #names = new Map();
  #plan;
  #choosing;
  #sayState;
  #elsewhere = null;

  constructor(onChange) {
    document.body.dataset.plan = "own";
    const existing = (ids) => (this.#names.size > 0 ? ids.filter((id) => this.#names.has(id)) : ids);
    this.#plan = new OwnPlan({ eventId: pageEventId, existing, onChange, onElsewhere: (changed) => { this.#elsewhere = changed; } });
    this.#choosing = new Choosing(this.#plan);
    this.#sayState = saveState(byId("save-state"), () => this.#plan.retry());
    byId("sign-in").addEventListener("click", signInDialog);
    switchViews(this.#plan.selected.length > 0);
    const taken = handedOver();
    if (taken > 0) toast(text("coverage.added", { count: taken }));
  }

  get selected() {
    return this.#plan.selected;
  }

  remove(ids) {
    this.#plan.remove(ids);
  }

  show({ matches, shown, isKnown }) {
    this.#names = new Map(matches.map(({ match }) => [match.id, teamsText(match)]));
    this.#choosing.show(matches, shown);
    this.#sayState(this.#plan.state);
    byId("plan-head").hidden = this.selected.length === 0 && this.#plan.state.code === "device";
    byId("sign-in").hidden = defaultSession().user !== null;
    setText(byId("view-plan-count"), `${shown.length}`);
    byId("no-matches").hidden = !isKnown || matches.length > 0;
    byId("choose").hidden = matches.length === 0;
    if (matches.length > 0) {
      this.#offerLeftover();
      this.#showElsewhere();
    }
    this.#showMissing(matches.length > 0 ? this.selected.filter((id) => !this.#names.has(id)) : []);
  }

  #offerLeftover() {
    const { leftover } = this.#plan;
    if (leftover.length === 0 || this.#plan.state.code === "loading") return this.#notices.hide("leftover");
    this.#notices.show("leftover", text("coverage.leftover", { count: leftover.length, matches: this.#list(leftover) }), {
      buttons: [
        { text: text("coverage.addToPlan"), className: "button primary", act: () => toast(text("coverage.added", { count: this.#plan.takeLeftover().length })) },
        { text: text("coverage.leaveOut"), act: () => this.#plan.dropLeftover() },
      ],
    });
  }

  #showElsewhere() {
    if (!this.#elsewhere) return;
    const { added, removed } = this.#elsewhere;
    this.#elsewhere = null;
    const parts = [added.length > 0 && text("coverage.elsewhereAdded", { matches: this.#list(added) }), removed.length > 0 && text("coverage.elsewhereRemoved", { matches: this.#list(removed) })].filter(Boolean);
    this.#notices.show("elsewhere", text("coverage.elsewhere", { changes: parts.join("; ") }), { buttons: [{ text: text("coverage.ok") }] });
  }

  #showMissing(missing) {
    if (missing.length === 0) return this.#notices.hide("missing");
    this.#notices.show("missing", text("coverage.missing", { count: missing.length }), {
      tone: "caution", buttons: [{ text: text("coverage.removeFromPlan"), act: () => this.#plan.remove(missing) }],
    });
  }

  #list(ids) {
    const names = ids.slice(0, 3).map((id) => this.#names.get(id) ?? text("coverage.matchWithId", { id }));
    return ids.length > 3 ? text("coverage.andMore", { matches: names.join(", "), count: ids.length - 3 }) : names.join(", ");
  }
}

/** A phone has room for only one of two views: all matches, or the chosen ones. */
function switchViews(hasPlan) {
  const show = (view) => {
    document.body.dataset.view = view;
    for (const name of ["choose", "plan"]) byId(`view-${name}`).setAttribute("aria-pressed", `${name === view}`);
  };
  for (const name of ["choose", "plan"]) byId(`view-${name}`).addEventListener("click", () => show(name));
  show(hasPlan ? "plan" : "choose");
}
