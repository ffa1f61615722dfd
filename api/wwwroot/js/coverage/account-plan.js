import { api } from "../shared/api.js";
import { askedPause, Backoff } from "../client/backoff.js";
import { onPageResume } from "../client/page-resume.js";
import { changes, inOrder, isSame, merged } from "./plan-changes.js";
import { PlanStorage } from "./plan-storage.js";

// Several ticks in a row are saved as one change.
const pause = 400;

/**
 * A plan of a signed-in user. It is stored on this device first, so that it survives the network and the page, and then on the server.
 * Changes made on another device meanwhile are merged with the local ones, and reported by `onElsewhere`.
 */
export class AccountPlan {
  #address;
  #storage;
  #options;
  #closing = new AbortController();
  #kept;
  #timer = 0;
  #running = false;
  #askedMeanwhile = false;
  #isStale = true;
  #backoff = new Backoff(2_000, 60_000);
  state = { code: "loading" };

  /** `existing` filters ids down to those in the schedule: the server accepts no others. */
  constructor({ eventId, userId, existing, onChange, onElsewhere }) {
    this.#address = `api/events/${encodeURIComponent(eventId)}/coverage-plans`;
    this.#storage = new PlanStorage(eventId, userId);
    this.#options = { existing, onChange, onElsewhere };
    this.#kept = this.#storage.read() ?? { selected: [], base: [], etag: null };
    const { signal } = this.#closing;
    this.#storage.follow(() => this.#adopt(), signal);
    // The page is visible again after a while: the reader may have changed the plan on another device.
    signal.addEventListener("abort", onPageResume(() => this.refresh()));
    this.#plan(0);
  }

  get selected() {
    return this.#kept.selected;
  }

  set(selected) {
    this.#keep({ selected: inOrder(selected) });
    this.#say({ code: "saving" });
    this.#plan(pause);
  }

  /** Asks the server again, and sends what it doesn't have yet. */
  retry() {
    this.#backoff.reset();
    this.#plan(0);
  }

  refresh() {
    this.#isStale = true;
    this.retry();
  }

  close() {
    clearTimeout(this.#timer);
    this.#closing.abort();
  }

  /** Called when the user has signed out: a plan that the account has need not stay on this device. */
  forget() {
    if (this.state.code === "saved") this.#storage.write(null);
  }

  get #mine() {
    return this.#options.existing(this.#kept.selected);
  }

  #plan(delay) {
    clearTimeout(this.#timer);
    if (this.#closing.signal.aborted) return;
    this.#timer = setTimeout(() => this.#sync(), delay);
  }

  async #sync() {
    if (this.#running) {
      this.#askedMeanwhile = true;
      return;
    }
    this.#running = true;
    this.#askedMeanwhile = false;
    try {
      if (this.#isStale || this.#kept.etag === null) await this.#read();
      while (!isSame(this.#mine, this.#kept.base)) await this.#write();
      this.#backoff.reset();
      this.#say({ code: "saved" });
    } catch (error) {
      if (!this.#closing.signal.aborted) this.#fail(error);
    } finally {
      this.#running = false;
      if (this.#askedMeanwhile) this.#plan(pause);
    }
  }

  async #read() {
    const { body, etag } = await api.send("GET", this.#address, undefined, { signal: this.#closing.signal });
    const { selected, base, etag: known } = this.#kept;
    const theirs = inOrder(body.selectedMatches);
    this.#isStale = false;
    this.#keep({ selected: merged(base, selected, theirs), base: theirs, etag });
    const elsewhere = changes(base, theirs);
    const isNews = elsewhere.added.some((id) => !selected.includes(id)) || elsewhere.removed.some((id) => selected.includes(id));
    // At the first read on this device, everything would count as a change.
    if (known !== null && isNews) this.#options.onElsewhere(elsewhere);
  }

  async #write() {
    const sent = this.#mine;
    this.#say({ code: "saving" });
    try {
      const { body, etag } = await api.send("PUT", this.#address, { selectedMatches: sent }, { signal: this.#closing.signal, headers: { "If-Match": this.#kept.etag } });
      this.#keep({ base: inOrder(body.selectedMatches), etag });
    } catch (error) {
      if (error.code !== "version_mismatch") throw error;
      await this.#read();
    }
  }

  #fail(error) {
    const mendsItself = error.status === undefined || error.status >= 500 || error.status === 429;
    const failed = this.#kept.etag === null ? "not-loaded" : "failed";
    this.#say({ code: mendsItself ? "waiting" : failed, error });
    if (mendsItself) this.#plan(Math.max(this.#backoff.next(), askedPause(error.retryAfter ?? 0)));
  }

  // Another tab stored it, and sends its own changes itself.
  #adopt() {
    const kept = this.#storage.read();
    if (!kept) return;
    this.#kept = kept;
    this.#options.onChange();
  }

  #keep(change) {
    this.#kept = { ...this.#kept, ...change };
    this.#storage.write(this.#kept);
    this.#options.onChange();
  }

  #say(state) {
    this.state = state;
    this.#options.onChange();
  }
}
