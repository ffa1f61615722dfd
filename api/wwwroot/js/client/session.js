import { ApiError } from "./api-error.js";
import { readLocal, writeLocal } from "./local-storage.js";
import { NetworkError } from "./network-error.js";
import { rejectionOf } from "./responses.js";
import { withLock } from "./with-lock.js";

const stored = "livefeed:user";
// A token that expires while a request is on its way would only be rejected.
const margin = 20_000;

/**
 * The signed-in user, shared by all tabs of the browser. The lasting credential is an httpOnly cookie. The access token that a write
 * needs is kept in memory only, and renewed with the cookie. The user's id and name are stored, so that data recorded without a network has
 * an owner. Dispatches the event `change` when somebody signs in or out, in any tab, and `over` when this tab finds that the session has ended.
 */
export class Session extends EventTarget {
  #address;
  #token = null;
  #endsAt = 0;
  #user = readLocal(stored);
  #isOver = false;
  #channel = "document" in globalThis && "BroadcastChannel" in globalThis ? new BroadcastChannel("livefeed:session") : null;

  constructor(base) {
    super();
    this.#address = new URL("api/auth", base).href;
    this.#channel?.addEventListener("message", ({ data }) => this.#take(data));
  }

  /** `{ id, displayName }`, and `isHelper` if a scorer link let them in, of the user who signed in last and hasn't signed out; null if there is none. */
  get user() {
    return this.#user;
  }

  /** Whether the user has to sign in again: the session was ended, or the browser has lost its cookie. */
  get isOver() {
    return this.#isOver;
  }

  /**
   * Returns an access token, or null if somebody has to sign in. Rejects with an ApiError or NetworkError if that can't be determined
   * now.
   */
  async token() {
    return this.#isGood || (await this.refresh()) ? this.#token : null;
  }

  /**
   * Gets a new access token in place of an expired or rejected one. Returns false if somebody has to sign in; rejects with an error if
   * that can't be determined now. One tab at a time refreshes for all: a refresh token works once, and a late second use ends the session.
   */
  refresh(rejected = this.#token) {
    return withLock("livefeed:refresh", async () => {
      if (this.#isGood && this.#token !== rejected) return true;
      try {
        await this.#renew();
        return true;
      } catch (error) {
        if (error.code !== "invalid_refresh_token") throw error;
        this.#end();
        return false;
      }
    });
  }

  /** Signs in. Rejects with a NetworkError, or an ApiError, whose code is invalid_credentials if the email or password is wrong. */
  async signIn(email, password) {
    await this.#ask("login?cookies=true", { email, password });
    return this.user;
  }

  /** Comes in by a scorer link, as a helper without an account. Rejects as `signIn` does; the code is scorer_link_not_found if the link has ended. */
  async signInByLink(secret, name, deviceId) {
    await this.#ask("scorer-links?cookies=true", { secret, name, deviceId });
    return this.user;
  }

  /** Signs out of all tabs. The outbox's items stay until the same user signs in again. */
  async signOut() {
    const response = await this.#send("logout", {});
    // The cookie is still there, so the next refresh would sign the same user in again.
    if (!response.ok) throw new ApiError(await rejectionOf(response));
    this.#share({ token: null, endsAt: 0, user: null });
  }

  get #isGood() {
    return this.#token !== null && Date.now() < this.#endsAt - margin;
  }

  // Without a lock, which needs HTTPS, another tab may have renewed twice meanwhile. The browser then has the newest cookie.
  async #renew() {
    try {
      await this.#ask("refresh", {});
    } catch (error) {
      if (error.code !== "refresh_superseded") throw error;
      await this.#ask("refresh", {});
    }
  }

  async #ask(call, body) {
    const response = await this.#send(call, body);
    if (!response.ok) throw new ApiError(await rejectionOf(response));
    const { accessToken, expiresIn, user } = await response.json().catch((error) => {
      // The response was cut off, or it came from an intermediary.
      throw new NetworkError(error);
    });
    this.#share({ token: accessToken, endsAt: Date.now() + expiresIn * 1_000, user: { id: user.id, displayName: user.displayName, ...(user.email === null && { isHelper: true }) } });
  }

  async #send(call, body) {
    try {
      return await fetch(`${this.#address}/${call}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(15_000),
      });
    } catch (error) {
      throw new NetworkError(error);
    }
  }

  #share(session) {
    // Without storage the name lasts as long as the cookie allows asking the server for it.
    writeLocal(stored, session.user);
    this.#take(session);
    this.#channel?.postMessage(session);
  }

  // The user stays: what was recorded meanwhile has an owner, who goes on after signing in.
  #end() {
    this.#token = null;
    if (this.#isOver || this.#user === null) return;
    this.#isOver = true;
    this.dispatchEvent(new Event("over"));
  }

  // Take all values from the message: this tab may see another tab's storage change later than the message.
  #take({ token, endsAt, user }) {
    this.#token = token;
    this.#endsAt = endsAt;
    this.#user = user;
    this.#isOver = false;
    this.dispatchEvent(new Event("change"));
  }
}
