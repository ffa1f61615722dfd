import { api } from "../api.js";

const usualLease = 15 * 60_000;

/**
 * Who keeps which match, from what the feed tells and from what the server answered here: a claim is renewed at every point, and the feed
 * isn't told each time. What this device keeps is stored, so that it goes on keeping it after a start without a network.
 */
export class Claims {
  #eventId;
  #userId;
  #entryOf;
  #key;
  #kept;
  // How far the server's clock is ahead of this device's.
  #offset = 0;

  /** @param entryOf The feed's latest claim entry of a match. */
  constructor(eventId, userId, entryOf) {
    this.#eventId = eventId;
    this.#userId = userId;
    this.#entryOf = entryOf;
    this.#key = `livefeed:kept ${eventId} ${userId}`;
    this.#kept = stored(this.#key);
  }

  /**
   * How a match stands: `mine`; `lapsed` where this device kept it and hasn't handed it over; `held` by another; or `free`.
   * With `holder`, `expiresAt` and how many milliseconds are `left` of the `lease`; `lapsed` with how it `ended`.
   */
  of(matchId) {
    const kept = this.#kept[matchId];
    const entry = this.#entryOf(matchId);
    const claim = kept && !(Date.parse(entry?.at) > kept.at) ? kept.claim : entry;
    const left = Date.parse(claim?.expiresAt) - this.#now();
    const isLive = claim?.state === "claimed" && left > 0;
    const told = { holder: claim?.claimedBy, expiresAt: claim?.expiresAt, left, lease: kept?.lease ?? usualLease };
    if (isLive && claim.claimedBy.id === this.#userId) return { mode: "mine", ...told };
    if (isLive) return { mode: "held", ...told };
    return kept ? { mode: "lapsed", ended: claim?.state === "released" ? "released" : "expired", ...told } : { mode: "free" };
  }

  /** Claims a match, or renews the claim. Rejects with the refusal. */
  async take(matchId) {
    const { status, body, at } = await api.send("POST", this.#path(matchId), {});
    // A new claim tells the server's time exactly; any answer tells it to the second.
    if (status === 201) this.#offset = Date.parse(body.claimedAt) - Date.now();
    else if (Math.abs(at - this.#now()) > 2_000) this.#offset = at - Date.now();
    this.#keep(matchId, { claim: body, at: this.#now(), lease: Date.parse(body.expiresAt) - this.#now() });
  }

  /** A score was written under the claim, which renewed it. */
  written(matchId) {
    const kept = this.#kept[matchId];
    if (!kept || this.of(matchId).mode !== "mine") return;
    const expiresAt = new Date(this.#now() + kept.lease).toISOString();
    this.#keep(matchId, { ...kept, at: this.#now(), claim: { ...kept.claim, expiresAt } });
  }

  /** Ends the claim, so that another can take over. */
  async release(matchId) {
    try {
      await api.delete(this.#path(matchId));
    } catch (error) {
      // It ran out before, which comes to the same.
      if (error.code !== "claim_not_found") throw error;
    }
    this.forget(matchId);
  }

  /** Takes note of what the feed tells: what another keeps now is kept here no more, and what was claimed elsewhere is kept here too. */
  follow(matchId) {
    const { mode } = this.of(matchId);
    if (mode === "held") this.forget(matchId);
    if (mode !== "mine" || this.#kept[matchId]) return;
    const claim = this.#entryOf(matchId);
    const at = Date.parse(claim.at);
    this.#keep(matchId, { claim, at, lease: Date.parse(claim.expiresAt) - at });
  }

  /** This device keeps the match no more. */
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
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#kept));
    } catch {
      // Without storage, it is known as long as the page is open.
    }
  }
}

function stored(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}
