import { api } from "../shared/api.js";
import { readLocal, writeLocal } from "../client/local-storage.js";

const key = "livefeed:incident-kinds";

/** What can happen in a sport, as the server says it; remembered on this device for a hall without a network. */
export class IncidentKinds {
  #known = readLocal(key) ?? {};
  #loading = null;

  /** The kinds of a sport, `{ kind, needsSide }`; undefined if this device has never heard them. */
  of(sport) {
    return /** @type {{ kind: string, needsSide: boolean }[] | undefined} */ (this.#known[sport]);
  }

  /** Reads them, unless they were read since the page was opened. Rejects as `api.get` does. */
  load() {
    this.#loading ??= this.#read().catch((error) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #read() {
    const { sports } = await api.get("api/formats", { isQuiet: true });
    this.#known = Object.fromEntries(sports.map(({ name, incidents }) => [name, incidents]));
    writeLocal(key, this.#known);
  }
}
