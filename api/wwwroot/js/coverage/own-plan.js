import { defaultSession } from "../client/base-url.js";
import { AccountPlan } from "./account-plan.js";
import { DevicePlan } from "./device-plan.js";

/** The reader's plan: in the account if the reader is signed in, otherwise on this device. */
export class OwnPlan {
  #options;
  #plan;
  #leftover;
  #userId;

  constructor(options) {
    this.#options = options;
    const session = defaultSession();
    session.addEventListener("change", () => {
      // The session ended and is back: what was rejected meanwhile may be accepted now.
      if (session.user?.id === this.#userId) return this.#userId && this.#plan.retry();
      this.#plan.close();
      this.#plan.forget?.();
      this.#open();
      options.onChange();
    });
    this.#open();
  }

  get selected() {
    return this.#plan?.selected ?? [];
  }

  get state() {
    return this.#plan?.state ?? { code: "loading" };
  }

  /** Matches chosen on this device before the reader signed in that aren't in the account. */
  get leftover() {
    return (this.#leftover?.selected ?? []).filter((id) => !this.selected.includes(id));
  }

  add(ids) {
    this.#plan.set([...this.selected, ...ids]);
  }

  remove(ids) {
    const gone = new Set(ids);
    this.#plan.set(this.selected.filter((id) => !gone.has(id)));
  }

  retry() {
    this.#plan.retry?.();
  }

  takeLeftover() {
    const taken = this.leftover;
    // Add before dropping, so that the matches are always stored somewhere.
    this.add(taken);
    this.dropLeftover();
    return taken;
  }

  dropLeftover() {
    this.#leftover.set([]);
    this.#options.onChange();
  }

  #open() {
    this.#leftover?.close();
    this.#leftover = null;
    this.#userId = defaultSession().user?.id;
    if (this.#userId) {
      this.#leftover = new DevicePlan(this.#options);
      this.#plan = new AccountPlan({ ...this.#options, userId: this.#userId });
    } else {
      this.#plan = new DevicePlan(this.#options);
    }
  }
}
