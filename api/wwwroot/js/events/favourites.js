/** The teams of one event that a reader follows. They stay in this browser, and all of its tabs have the same. */
export class Favourites extends EventTarget {
  #key;
  #ids;

  constructor(eventId) {
    super();
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

  /** Follows a team, or no more; false where the browser refuses to keep that, and it lasts only as long as the page. */
  toggle(teamId) {
    const ids = new Set(this.#ids);
    if (!ids.delete(teamId)) ids.add(teamId);
    this.#ids = ids;
    const isKept = this.#write();
    this.dispatchEvent(new Event("change"));
    return isKept;
  }

  #read() {
    try {
      const ids = JSON.parse(localStorage.getItem(this.#key) ?? "[]");
      return new Set(Array.isArray(ids) ? ids.filter(Number.isInteger) : []);
    } catch {
      // Refused, or not ours.
      return new Set();
    }
  }

  #write() {
    try {
      localStorage.setItem(this.#key, JSON.stringify([...this.#ids]));
      return true;
    } catch {
      return false;
    }
  }
}
