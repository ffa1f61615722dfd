import { refusalOf } from "./answers.js";
import { exclusively } from "./exclusively.js";

const stored = "livefeed:user";
// A token that ends while a request is on its way would only be refused.
const margin = 20_000;

/**
 * Who is signed in, for all tabs of the browser. What lasts is an httpOnly cookie; the access token that a write needs is kept in memory
 * only, and got anew by the cookie. Who it was is stored, so that what is kept without a network is kept under a name.
 * Sends the event `change` when somebody signs in or out, in whatever tab.
 */
export class Session extends EventTarget {
  #address;
  #token = null;
  #endsAt = 0;
  #user = storedUser();
  #channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("livefeed:session") : null;

  constructor(base) {
    super();
    this.#address = new URL("api/auth", base).href;
    this.#channel?.addEventListener("message", ({ data }) => this.#take(data));
  }

  /** `{ id, displayName }` of who signed in last and hasn't signed out; null where nobody has. */
  get user() {
    return this.#user;
  }

  /** An access token, or null where somebody has to sign in. Rejects, with a refusal, where that can't be told now. */
  async token() {
    return this.#isGood || (await this.refresh()) ? this.#token : null;
  }

  /**
   * Gets an access token in place of one that is over or was refused; false where somebody has to sign in. Rejects, with a refusal,
   * where that can't be told now. A refresh token works once, and a second use ends the session: so one tab at a time asks for all.
   */
  refresh(refused = this.#token) {
    return exclusively("livefeed:refresh", async () => {
      if (this.#isGood && this.#token !== refused) return true;
      const refusal = await this.#ask("refresh", {});
      if (refusal && refusal.code !== "invalid_refresh_token") throw refusal;
      return !refusal;
    });
  }

  /** Signs in; rejects with a refusal, whose code is invalid_credentials where e-mail and password don't fit. */
  async signIn(email, password) {
    const refusal = await this.#ask("login?cookies=true", { email, password });
    if (refusal) throw refusal;
    return this.user;
  }

  /** Signs out of all tabs. What is in the outbox stays, until the same user signs in again. */
  async signOut() {
    await this.#send("logout", {});
    this.#share({ token: null, endsAt: 0, user: null });
  }

  get #isGood() {
    return this.#token !== null && Date.now() < this.#endsAt - margin;
  }

  async #ask(call, body) {
    const answer = await this.#send(call, body);
    if (!answer.ok) return refusalOf(answer);
    const { accessToken, expiresIn, user } = await answer.json();
    this.#share({ token: accessToken, endsAt: Date.now() + expiresIn * 1_000, user: { id: user.id, displayName: user.displayName } });
    return null;
  }

  async #send(call, body) {
    try {
      return await fetch(`${this.#address}/${call}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(15_000),
      });
    } catch {
      throw { code: "network" };
    }
  }

  #share(session) {
    try {
      if (session.user) localStorage.setItem(stored, JSON.stringify(session.user));
      else localStorage.removeItem(stored);
    } catch {
      // Storage may be switched off; then the name lasts as long as the cookie lets it be asked for.
    }
    this.#take(session);
    this.#channel?.postMessage(session);
  }

  // All of it from the message: another tab's storage may be seen later than what it tells.
  #take({ token, endsAt, user }) {
    this.#token = token;
    this.#endsAt = endsAt;
    this.#user = user;
    this.dispatchEvent(new Event("change"));
  }
}

function storedUser() {
  try {
    return JSON.parse(localStorage.getItem(stored));
  } catch {
    return null;
  }
}
