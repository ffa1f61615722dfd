import { readLocal, writeLocal } from "../client/local-storage.js";

/** The teams of one event that a reader follows. They are stored in this browser and shared by its tabs; who is signed in is notified of them too. */
export class Favourites extends EventTarget {
  #eventId;
  #key;
  #ids;
  #following = Promise.resolve();

  constructor(eventId) {
    super();
    this.#eventId = eventId;
    this.#key = `livefeed:teams:${eventId}`;
    this.#ids = this.#read();
    addEventListener("storage", ({ key }) => {
      if (key !== this.#key && key !== null) return;
      this.#ids = this.#read();
      this.dispatchEvent(new Event("change"));
    });
  }

  get ids() {
    return this.#ids;
  }

  has(teamId) {
    return this.#ids.has(teamId);
  }

  isOf({ team1, team2 }) {
    return this.#ids.has(team1?.id) || this.#ids.has(team2?.id);
  }

  /** Follows or unfollows a team. Returns false if the browser rejects storing it; then it lasts only as long as the page. */
  toggle(teamId) {
    const ids = new Set(this.#ids);
    if (!ids.delete(teamId)) ids.add(teamId);
    this.#ids = ids;
    const isKept = writeLocal(this.#key, [...ids]);
    this.dispatchEvent(new Event("change"));
    // One after the other: the last choice is what is stored.
    this.#following = this.#following.then(() => import("./follow-on-server.js"))
      .then(({ followOnServer }) => followOnServer(this.#eventId, teamId, ids.has(teamId)))
      .catch((error) => console.error("The team is followed in this browser only.", error));
    return isKept;
  }

  #read() {
    const ids = readLocal(this.#key);
    return new Set(Array.isArray(ids) ? ids.filter(Number.isInteger) : []);
  }
}
