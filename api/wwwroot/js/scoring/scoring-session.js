import { connect, openOutbox } from "../../livefeed.js";
import { FeedState } from "../client/feed-state.js";
import { isScore } from "../client/outbox-requests.js";
import { Claims } from "./claims.js";
import { openCache, lastCached } from "./offline-cache.js";
import { isSame, scoreOf } from "./score.js";
import { formatOf, withShootOut } from "../shared/match-format.js";
import { serverNow } from "../client/server-time.js";

/** States of outbox items that are sent by themselves, or will be once the items before them are resolved. */
const onTheirWay = new Set(["pending", "claim-needed", "claim-held", "sign-in-needed"]);

/**
 * Everything that a scorekeeper needs of one event: the feed's latest state, now or as last stored; pending updates; and claims.
 * Dispatches `change` whenever any of it changed, and `overtaken`, with the match's id, when another user wrote a score of a match that
 * is claimed here.
 */
export class ScoringSession extends EventTarget {
  #eventId;
  #user;
  #feed;
  #outbox;
  // The match is shown before the outbox is open: what is tapped in between waits for it.
  #opening;
  #openCache;
  /** @type {import("../../livefeed.js").FeedState} */
  #state = new FeedState();
  #isFresh = false;
  #fault = null;
  #isStoring = true;
  #written = new Map();
  #cached = new Map();
  #saved = new Map();
  #mine = new Set();
  #clocks = new Map();
  #recording = 0;
  #isOver = false;

  constructor(eventId, user) {
    super();
    addEventListener("beforeunload", this.#beforeUnload);
    this.#eventId = eventId;
    this.#user = user;
    this.claims = new Claims(eventId, user.id, (key) => this.#state.get(key));
  }

  async open(onStatus) {
    const known = await lastCached(this.#eventId, this.#user.id);
    if (this.#isOver) return;
    if (known) {
      const cached = new FeedState();
      cached.apply({ snapshot: true, entries: known.entries });
      this.#state = cached;
      this.#cached = new Map(known.saved);
    }
    this.#openCache = openCache(this.#eventId, this.#user.id);
    this.#opening = openOutbox({
      onChange: (items) => {
        for (const { clientUpdateId } of items) this.#mine.add(clientUpdateId);
        this.#changed();
      },
      onSent: (item, score) => this.#sent(item, score),
      onRecorded: (item, stored) => this.#recorded(item, stored),
    });
    const outbox = await this.#opening;
    if (this.#isOver) {
      outbox.close();
      return;
    }
    this.#outbox = outbox;
    this.#feed = connect({
      eventId: this.#eventId,
      onState: (state, reset) => {
        this.#state = state;
        // The server's state includes all that it acknowledged before, unless it has another history now.
        this.#cached.clear();
        if (reset === "other-epoch" || reset === "other-history") this.#saved.clear();
        this.#isFresh = true;
        this.#remember();
        for (const { match } of this.matches) this.claims.follow(match.id);
        this.#changed();
      },
      onEntry: (entry) => this.#onEntry(entry),
      onStatus,
    });
    this.#changed();
  }

  close() {
    this.#isOver = true;
    removeEventListener("beforeunload", this.#beforeUnload);
    this.#feed?.close();
    this.#outbox?.close();
    this.#openCache?.close();
  }

  get eventId() {
    return this.#eventId;
  }

  get user() {
    return this.#user;
  }

  get event() {
    return /** @type {EventEntry | undefined} */ (this.#state.event);
  }

  /** How a match is played, as formatOf of match-format.js returns it. */
  formatOf(matchId) {
    return formatOf(this.event, this.match(matchId));
  }

  /** Whether the shown state comes from the server, not from this device's storage. */
  get isFresh() {
    return this.#isFresh;
  }

  /** Why the last score could not be written; null if it could. */
  get fault() {
    return this.#fault;
  }

  /** Whether this device stored the last score; otherwise it is in this page's memory. */
  get isStoring() {
    return this.#isStoring;
  }

  get outbox() {
    return this.#outbox;
  }

  get matches() {
    return this.#state.matches;
  }

  match(id) {
    return this.#state.get(`match/${id}`);
  }

  /** This event's items of matches that aren't acknowledged; only those of one match if it is given. */
  items(matchId) {
    return (this.#outbox?.items ?? []).filter((item) =>
      item.eventId === this.#eventId && item.matchId !== undefined && (matchId === undefined || item.matchId === matchId));
  }

  /** How many scores of a match are not sent yet: those on this device, and those that are just being stored. */
  waiting(matchId) {
    return this.items(matchId).filter((item) => this.#isMine(item) && onTheirWay.has(item.state)).length + this.storing(matchId);
  }

  /** How many scores of a match are in this page's memory only, because they are just being stored. */
  storing(matchId) {
    return this.#written.get(matchId)?.count ?? 0;
  }

  /** The score to show: the last one tapped here until the server has it; then the one that everybody sees. */
  score(matchId) {
    const written = this.#written.get(matchId);
    const item = this.items(matchId).findLast((one) => isScore(one) && this.#isMine(one) && onTheirWay.has(one.state));
    return withShootOut(scoreOf(written?.score ?? item ?? this.#known(matchId)), this.formatOf(matchId));
  }

  /** Whether the score is signed: only an organizer can change it then. */
  isOfficial(matchId) {
    return this.#known(matchId)?.official === true;
  }

  /** The version of the score that the server had last, as far as this device knows; undefined if there is none. */
  version(matchId) {
    return this.#known(matchId)?.version;
  }

  /** The clock to show: as it was set here last, until the server has it; then the one that everybody sees. */
  clock(matchId) {
    const item = this.items(matchId).findLast((one) => one.type === "clock" && this.#isMine(one) && onTheirWay.has(one.state));
    // By the device's clock, which may be wrong: what counts is how long ago it was.
    if (item) return { matchId, ...item.clock, at: new Date(serverNow() - (Date.now() - Date.parse(item.occurredAt))).toISOString() };
    return this.#clocks.get(matchId) ?? this.#state.get(`clock/${matchId}`);
  }

  /** What was recorded of a match, as it was recorded; with what isn't sent yet, and without what is being retracted. */
  incidents(matchId) {
    const items = this.items(matchId);
    const retracted = new Set(items.filter(({ type }) => type === "retraction").map(({ incidentId }) => incidentId));
    const stored = this.#state.entries.filter((entry) => entry.type === "incident" && entry.matchId === matchId && !retracted.has(entry.id))
      .sort((one, other) => Date.parse(`${one.recordedAt}`) - Date.parse(`${other.recordedAt}`));
    return [...stored, ...items.filter((item) => item.type === "incident" && this.#isMine(item)).map(({ incident, number }) => ({ ...incident, number }))];
  }

  writeClock(matchId, reading) {
    return this.#record((outbox) => outbox.writeClock({ eventId: this.#eventId, matchId, ...reading }));
  }

  writeIncident(matchId, incident) {
    return this.#record((outbox) => outbox.writeIncident({ eventId: this.#eventId, matchId, ...incident }));
  }

  /** Takes an incident back: one that isn't sent yet is never sent. */
  retract(matchId, { id, number }) {
    return this.#record((outbox) => (number === undefined ? outbox.retractIncident({ eventId: this.#eventId, matchId, incidentId: id }) : outbox.discard(number)));
  }

  /** Writes a score: it is shown at once, stored on this device as soon as possible, and sent when there is a network. */
  async write(matchId, score) {
    const written = this.#written.get(matchId) ?? { count: 0 };
    this.#written.set(matchId, { score, count: written.count + 1 });
    this.#changed();
    try {
      const outbox = await this.#opening;
      const { isStored } = await outbox.write({ eventId: this.#eventId, matchId, ...score });
      this.#isStoring = isStored;
      this.#fault = null;
    } catch (error) {
      this.#fault = error;
    } finally {
      const { count, score: latest } = this.#written.get(matchId);
      if (count === 1) this.#written.delete(matchId);
      else this.#written.set(matchId, { count: count - 1, score: latest });
      this.#changed();
    }
  }

  reconnect() {
    this.#feed?.reconnect();
  }

  // What is only in this page's memory is lost with the page.
  #beforeUnload = (event) => {
    if (this.#written.size + this.#recording > 0 || this.items().some(({ isStored }) => !isStored)) event.preventDefault();
  };

  #sent(item, score) {
    if (item.eventId !== this.#eventId) return;
    this.#saved.set(item.matchId, score);
    this.claims.written(item.matchId);
    this.#remember(true);
    this.#changed();
  }

  async #record(write) {
    this.#recording++;
    try {
      const item = await write(await this.#opening);
      if (item) this.#isStoring = item.isStored;
      this.#fault = null;
    } catch (error) {
      this.#fault = error;
    }
    this.#recording--;
    this.#changed();
  }

  #recorded(item, stored) {
    if (item.eventId !== this.#eventId) return;
    if (item.type === "clock" && stored) this.#clocks.set(item.matchId, stored);
    this.claims.written(item.matchId);
    this.#changed();
  }

  #remember(isUrgent) {
    this.#openCache.keep(() => ({ entries: this.#state.entries, saved: [...this.#cached, ...this.#saved] }), isUrgent);
  }

  #onEntry(entry) {
    // The match was taken out of the schedule. If it returns, it returns as the server has it.
    if (entry.removed && entry.key === `match/${entry.matchId}`) {
      this.#saved.delete(entry.matchId);
      this.claims.forget(entry.matchId);
    }
    // From now on it is the one that everybody sees.
    if (entry.type === "clock-update") this.#clocks.delete(entry.matchId);
    if (entry.type !== "score-update" || this.claims.of(entry.matchId).mode !== "mine") return;
    if (!this.#mine.has(entry.clientUpdateId) && !isSame(entry, this.score(entry.matchId)))
      this.dispatchEvent(new CustomEvent("overtaken", { detail: entry.matchId }));
  }

  /** The score that the server had last, as far as this device knows. */
  #known(matchId) {
    const received = this.#state.get(`score/${matchId}`);
    const saved = this.#saved.get(matchId) ?? this.#cached.get(matchId);
    const isBehind = saved && (!received || (received.version < saved.version && !(received.lastUpdated > saved.lastUpdated)));
    return isBehind ? saved : received;
  }

  #isMine({ userId }) {
    return userId === this.#user.id;
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
