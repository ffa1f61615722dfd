import { askedPause, Backoff, pause } from "./backoff.js";
import { callListener } from "./call-listener.js";
import { ConnectionAbort } from "./connection-abort.js";
import { poll } from "./poll.js";
import { learnServerTime } from "./server-time.js";
import { openStream } from "./open-stream.js";

const silentAfterSleep = 20_000;
const savingPause = 15_000;
// How far a stream may be behind the feed.
const maxDelay = 2_000;
const compareWithin = 5_000;
const pollPause = 4_000;
const pollBudget = 500;
const longestHold = 25;
// The user may be signing out at this moment, in this tab or another. Then this feed is about to be stopped, and there is nothing to renew.
const signOutPause = 1_000;
// How long a refreshed token is enough.
const tokenWanted = 60_000;
// A stream that ends sooner than this has not worked, unless it sent an entry: a server in trouble sends each client a snapshot and a goodbye.
const workingLife = 5_000;
// If streams keep breaking sooner than this, they are no better than polling.
const shortLife = 15_000;
const shortLives = 3;

/**
 * The only connection of a feed. It streams, polls if streaming doesn't work, and returns to streaming once that works again. Either way, all
 * data is passed on as the feed's batches.
 */
export class FeedSource {
  #feed;
  #session;
  #onBatch;
  #onStatus;
  /** @type {{ code?: string, reason?: string }} */
  #status;
  #heard = 0;
  #stopped = new AbortController();
  #connection = new AbortController();
  #nudge = new AbortController();
  #mayNeedTokenAt = 0;
  #again = new Backoff(1_000, 30_000);
  #trial = new Backoff(1_000, 300_000);

  /**
   * @param {{ feed: any, session: any, onBatch: (batch: any) => void, onStatus: (status: any) => void, status?: any }} options
   * `status` is that of the connection which this one continues.
   */
  constructor({ feed, session, onBatch, onStatus, status = {} }) {
    this.#feed = feed;
    this.#session = session;
    this.#onBatch = onBatch;
    this.#onStatus = onStatus;
    this.#status = status;
  }

  stop() {
    this.#stopped.abort(new ConnectionAbort("stopped"));
    this.#connection.abort(new ConnectionAbort("stopped"));
  }

  /** The page is visible again, or the machine was asleep or has another network: ends the current pause, and replaces a doubtful connection. */
  wake(isDoubtful) {
    this.#nudge.abort();
    this.#nudge = new AbortController();
    if (isDoubtful || Date.now() - this.#heard > silentAfterSleep) this.#connection.abort(new ConnectionAbort("woken"));
  }

  /** The browser reports that the network is gone. A connection that only receives would not notice it. */
  lose() {
    this.#connection.abort(new ConnectionAbort("network"));
  }

  /** Follows the feed until it is stopped or there is nothing left to follow. */
  async run() {
    let short = 0;
    let isRefreshed = false;
    let continues = this.#status.code === "live";
    while (!this.#stopped.signal.aborted) {
      if (this.#status.code !== "polling" && !continues) this.#reportWaiting(this.#status.reason);
      continues = false;
      let end = isSavingData() ? { code: "save_data" } : await this.#stream();
      if (end.code === "stopped") return;
      if (end.code === "woken") continue;
      if (end.lived) isRefreshed = false;
      // One that was held back was open all the same.
      const hasWorked = end.lived > workingLife && end.code !== "silent";
      if (hasWorked) this.#worked();
      short = end.lived > shortLife ? 0 : short + 1;

      if (!endingOf(end, this.#feed.cursor) && (!end.lived || end.code === "silent" || short >= shortLives)) {
        end = await this.#poll(end);
        if (end.code === "stopped") return;
        if (end.code === "woken" || end.code === "trial") continue;
      }

      const ending = endingOf(end, this.#feed.cursor);
      if (ending === "sign-in-needed" && !isRefreshed) {
        if (end.code === "session_ended") await this.#pause(signOutPause);
        if (this.#stopped.signal.aborted) return;
        // Refresh and try once more, with new tokens or without any. If that is denied too, somebody has to sign in.
        isRefreshed = await this.#session.refresh().then(() => true, () => false);
        if (!isRefreshed || (end.lived && !hasWorked)) await this.#pause(this.#again.next());
        continue;
      }

      // The last entries of an archived event, which no stream sends any more, are read before it counts as ended.
      if (ending && (end.code !== "event_archived" || this.#feed.isEmpty || (await this.#readOn()))) {
        this.#report(ending, end.code);
        return;
      }

      this.#reportWaiting(reasonOf(end));
      const own = hasWorked && end.lived ? 0 : this.#again.next();
      const asked = end.lived ? end.retry * (0.5 + Math.random() / 2) : askedPause(end.retryAfter ?? 0);
      await this.#pause(Math.max(own, asked));
    }
  }

  #stream() {
    const signal = this.#connect();
    return openStream(this.#feed.streamAddress(), this.#feed.cursor, signal, {
      // Without a cursor the stream begins with a snapshot.
      onOpen: () => this.#feed.cursor && this.#report("live"),
      onDoubt: (silent) => this.#compare(signal, silent),
      onHeard: () => (this.#heard = Date.now()),
      onMessage: (cursor, message, event) => {
        if (this.#needsToken([message])) return this.#connection.abort(new ConnectionAbort("token_expired"));
        const isSnapshot = message.type === "snapshot";
        if (!isSnapshot && !event) this.#worked();
        learnServerTime(isSnapshot ? message.now : message.at);
        this.#pass(() => this.#feed.readMessage(cursor, message, event));
        this.#report("live");
      },
    });
  }

  /** Compares a silent stream with the feed: something in between may hold it back, or the connection may be dead. */
  async #compare(signal, silent) {
    const connection = this.#connection;
    const { cursor } = this.#feed;
    const isBehind = () => !signal.aborted && this.#feed.cursor === cursor;
    const soon = AbortSignal.any([signal, AbortSignal.timeout(compareWithin)]);
    const { page, status } = cursor ? await poll(this.#feed.pageAddress(0), 0, soon, cursor) : {};
    if (page?.entries.length > 0) await pause(maxDelay, signal);
    else if (cursor && (page || status === 304 || status === 429 || silent < silentAfterSleep)) return;
    if (isBehind()) connection.abort(new ConnectionAbort(cursor && !page ? "network" : "silent"));
  }

  /** Polls until it is time to try a stream again (`trial`), or until polling doesn't work either. */
  async #poll(why) {
    // A stream that sent nothing cost the reader a wait, so it is retried less often than one that was rejected at once.
    const rest = Math.max(this.#trial.next(), askedPause(why.retryAfter ?? 0), why.code === "silent" ? 60_000 : 0);
    const isSaving = why.code === "save_data";
    const until = isSaving ? Infinity : performance.now() + rest;
    const reason = reasonOf(why);
    let more = false;
    // A held request counts as an open stream, so if there are too many streams it is rejected too.
    let mayHold = why.code !== "too_many_streams" && !isSaving;
    for (;;) {
      const left = until - performance.now();
      const hold = mayHold && !more && this.#status.code === "polling" ? Math.min(longestHold, Math.floor(left / 1_000)) : 0;
      const began = performance.now();
      const { page, ...end } = await this.#page(hold);
      if (end.code === "too_many_streams") mayHold = false;
      if (page) {
        this.#again.reset();
        if (this.#feed.isOver && !page.more) return { code: "event_archived" };
        this.#report("polling", reason);
        more = page.more;
        // If a request should have been held but wasn't (the server drains, or a cache responds), don't poll at full speed.
        const isIdle = page.entries.length === 0 && performance.now() - began < pollPause;
        const between = isSaving && !more ? savingPause : isIdle ? pollPause : pollBudget;
        await this.#pause(Math.min(between, Math.max(left, 0)));
      } else if (end.status === 429) {
        await this.#pause(Math.max(askedPause(end.retryAfter ?? 0), this.#again.next()));
      } else {
        return end;
      }
      if (this.#stopped.signal.aborted) return { code: "stopped" };
      if (!more && (performance.now() >= until || (isSaving && !isSavingData()))) return { code: "trial" };
    }
  }

  /** Reads up to the end of the feed. Returns whether that worked. */
  async #readOn() {
    for (;;) {
      const { page } = await this.#page(0);
      if (!page?.more) return page !== undefined;
    }
  }

  async #page(hold) {
    const { cursor } = this.#feed;
    const result = await poll(this.#feed.pageAddress(hold), hold, this.#connect(), cursor);
    this.#heard = Date.now();
    /** @type {FeedPage} */
    const page = result.status === 304 ? { cursor, entries: [], more: false } : result.page;
    if (this.#needsToken(page?.topics?.map(({ topic, closed }) => ({ topic, code: closed })) ?? [])) return { ...result, page: undefined, code: "token_expired" };
    if (page) this.#pass(() => this.#feed.readPage(page));
    return { ...result, page };
  }

  /**
   * Returns whether a topic was closed for want of a token, although there is a user: browsers drop the cookie with the token, and such a request is an
   * anonymous one. Once in a while only: the session may be over.
   */
  #needsToken(messages) {
    if (!messages.some(({ topic, code }) => topic && code === "token_required") || !this.#session.user || performance.now() < this.#mayNeedTokenAt) return false;
    this.#mayNeedTokenAt = performance.now() + tokenWanted;
    return true;
  }

  /** Takes what was read, unless this connection has been stopped. */
  #pass(read) {
    if (this.#stopped.signal.aborted) return;
    // An error in there is one of the page, not of the connection.
    for (const batch of read()) callListener(this.#onBatch, batch);
  }

  #worked() {
    this.#again.reset();
    this.#trial.reset();
  }

  #connect() {
    this.#connection = new AbortController();
    if (this.#stopped.signal.aborted) this.#connection.abort(new ConnectionAbort("stopped"));
    return this.#connection.signal;
  }

  #pause(milliseconds) {
    return pause(milliseconds, this.#stopped.signal, this.#nudge.signal);
  }

  #reportWaiting(reason) {
    if (globalThis.navigator?.onLine === false) this.#report("offline");
    else this.#report(this.#feed.cursor || reason ? "reconnecting" : "connecting", reason);
  }

  #report(code, reason) {
    if (this.#stopped.signal.aborted || (this.#status.code === code && this.#status.reason === reason)) return;
    this.#status = reason === undefined ? { code } : { code, reason };
    this.#onStatus(this.#status);
  }
}

// The reader has asked the browser to save data.
function isSavingData() {
  return globalThis.navigator?.connection?.saveData === true;
}

function reasonOf({ code, status }) {
  return code ?? `http_${status}`;
}

/** Returns the final status that an end leads to, or undefined if another attempt may help. */
function endingOf({ code, status }, cursor) {
  if (code === "event_archived" || code === "event_deleted" || code === "topic_deleted") return "ended";
  if (code === "access_revoked") return "forbidden";
  if (status === 401 || code === "token_expired" || code === "session_ended") return "sign-in-needed";
  // Without a code the response came from an intermediary.
  if (code === undefined) return undefined;
  if (status === 403) return "forbidden";
  if (status === 404 || code === "invalid_event_id") return cursor ? "ended" : "not-found";
  return status === 400 ? "invalid-request" : undefined;
}
