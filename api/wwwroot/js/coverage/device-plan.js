import { inOrder } from "./plan-changes.js";
import { PlanStorage } from "./plan-storage.js";

/** The plan of a user who isn't signed in: stored on this device. */
export class DevicePlan {
  #storage;
  #onChange;
  #closing = new AbortController();
  selected;
  state = { code: "device" };

  constructor({ eventId, onChange = () => {} }) {
    this.#storage = new PlanStorage(eventId);
    this.#onChange = onChange;
    this.#read();
    this.#storage.follow(() => {
      this.#read();
      this.#onChange();
    }, this.#closing.signal);
  }

  set(selected) {
    this.selected = inOrder(selected);
    const isKept = this.#storage.write(this.selected.length > 0 ? { selected: this.selected } : null);
    this.state = { code: isKept ? "device" : "not-kept" };
    this.#onChange();
  }

  close() {
    this.#closing.abort();
  }

  #read() {
    this.selected = this.#storage.read()?.selected ?? [];
  }
}
