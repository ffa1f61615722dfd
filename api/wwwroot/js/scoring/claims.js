import { api } from "../shared/api.js";
import { deviceId } from "../client/device-id.js";
import { readLocal, writeLocal } from "../client/local-storage.js";
import { byId } from "../shared/dom.js";
import { askForPersistence } from "./readiness.js";

const usualLease = 15 * 60_000;

/**
 * The holder of each match's claim, from the feed's entries and from the server's responses to this device: every point renews a
 * claim, and the feed doesn't publish each renewal. This device's claims are stored, so that it keeps them after a start without a network.
 */
export class Claims {
  #eventId;
  #userId;
  #entryOf;
  #key;
  #kept;
  // How far the server's clock is ahead of this device's.
  #offset = 0;

  /** @param entryOf Returns the feed's latest entry of a key. */
  constructor(eventId, userId, entryOf) {
    this.#eventId = eventId;
    this.#userId = userId;
    this.#entryOf = entryOf;
    this.#key = `livefeed:kept ${eventId} ${userId}`;
    this.#kept = readLocal(this.#key) ?? {};
  }

  /**
   * Returns a match's claim state: `mine`; `lapsed` if this device lost the claim without handing it over; `elsewhere` if this user holds it
   * on another device; `held` by another user; or `free`. With `holder`, `expiresAt` and the milliseconds `left` of the `lease`; if `lapsed`, with the way it `ended`.
   */
  of(matchId) {
    const kept = this.#kept[matchId];
    const entry = this.#entryOf(`claim/${matchId}`);
    const claim = kept && !(Date.parse(entry?.at) > kept.at) ? kept.claim : entry;
    const left = Date.parse(claim?.expiresAt) - this.#now();
    const isLive = claim?.state === "claimed" && left > 0;
    const details = { holder: claim?.claimedBy, claimedAt: claim?.claimedAt, expiresAt: claim?.expiresAt, left, lease: kept?.lease ?? usualLease };
    if (isLive && claim.claimedBy.id !== this.#userId) return { mode: "held", ...details };
    if (isLive) return { mode: claim.claimedAt === kept?.claim.claimedAt ? "mine" : "elsewhere", ...details };
    return kept ? { mode: "lapsed", ended: claim?.state === "released" ? "released" : "expired", ...details } : { mode: "free" };
  }

  /** How many milliseconds ago the holder was last heard of, as far as the feed shows it. */
  silence(matchId) {
    return this.#now() - Math.max(...[`claim/${matchId}`, `score/${matchId}`].map((key) => Date.parse(this.#entryOf(key)?.at) || 0));
  }

  /** Claims a match, renews the claim, or takes it over from its holder. Rejects with the error. If it `isQuiet`, nobody is asked to sign in for it. */
  async take(matchId, { takeOver = false, isQuiet = false } = {}) {
    const { status, body, at } = await api.send("POST", this.#path(matchId), { deviceId: deviceId(), deviceTime: new Date().toISOString(), takeOver }, { isQuiet });
    if (status === 201) askForPersistence(byId("persistence"));
    // The response to a new claim has the server's time exactly; any response has it to the second.
    if (status === 201) this.#offset = Date.parse(body.claimedAt) - Date.now();
    else if (Math.abs(at - this.#now()) > 2_000) this.#offset = at - Date.now();
    this.#keep(matchId, { claim: body, at: this.#now(), lease: Date.parse(body.expiresAt) - this.#now() });
  }

  /** A score was written under the claim, which renewed the claim. */
  written(matchId) {
    const kept = this.#kept[matchId];
    if (!kept || this.of(matchId).mode !== "mine") return;
    const expiresAt = new Date(this.#now() + kept.lease).toISOString();
    this.#keep(matchId, { ...kept, at: this.#now(), claim: { ...kept.claim, expiresAt } });
  }

  /** Ends the claim, so that another user can continue. */
  async release(matchId) {
    try {
      await api.delete(this.#path(matchId));
    } catch (error) {
      // It expired before, with the same result.
      if (error.code !== "claim_not_found") throw error;
    }
    this.forget(matchId);
  }

  /** Applies the feed's claim entry: forgets a claim that somebody holds elsewhere now. */
  follow(matchId) {
    const { mode } = this.of(matchId);
    if (mode === "held" || mode === "elsewhere") this.forget(matchId);
  }

  /** Forgets this device's claim on the match. */
  forget(matchId) {
    if (!this.#kept[matchId]) return;
    delete this.#kept[matchId];
    this.#store();
  }

  #now() {
    return Date.now() + this.#offset;
  }

  #path(matchId) {
    return `api/events/${encodeURIComponent(this.#eventId)}/claims/${matchId}`;
  }

  #keep(matchId, kept) {
    this.#kept[matchId] = kept;
    this.#store();
  }

  #store() {
    writeLocal(this.#key, this.#kept);
  }
}
