import { mayManage } from "../shared/may-manage.js";

/** Whether the user may manage the event, asked of the server once somebody needs to know. */
export class ManageRight {
  #eventId;
  #onChange;
  #isAsking = false;
  #answer = null;

  /** `onChange` is called when the answer has come. */
  constructor(eventId, onChange) {
    this.#eventId = eventId;
    this.#onChange = onChange;
  }

  /** False until it is known. */
  get isGiven() {
    return this.#answer === true;
  }

  async ask() {
    if (this.#isAsking || this.#answer !== null) return;
    this.#isAsking = true;
    try {
      this.#answer = await mayManage(this.#eventId, { isQuiet: true });
      this.#onChange();
    } catch (error) {
      // Without a network nobody takes a signature back either. It is asked again with the next opening of the menu.
      console.info("Not known whether this user manages the event:", error.code ?? error.message);
    }
    this.#isAsking = false;
  }
}
