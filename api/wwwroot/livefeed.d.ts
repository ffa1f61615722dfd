/** LiveFeed's client library: live scores for whoever watches, and an outbox for whoever keeps score. See docs/client.md. */

/** How a connection stands. The three in the middle mend themselves; those from `ended` on last until `reconnect()` or a sign-in. */
export type StatusCode =
  /** The first connection is being made. */
  | "connecting"
  /** Entries arrive as they are committed. */
  | "live"
  /** Streaming doesn't work here; entries arrive by polling, and streaming is tried again from time to time. */
  | "polling"
  /** The connection broke; what is shown may be out of date. */
  | "reconnecting"
  /** The browser says that it has no network. */
  | "offline"
  /** The event is over (`event_archived`) or was removed; the state is the last one. */
  | "ended"
  | "not-found"
  /** The event is for its members, and nobody, or nobody any more, is signed in. */
  | "sign-in-needed"
  /** The event is for its members, and the user is none, or none any more. */
  | "forbidden"
  /** The event's id is fine but the filter isn't. */
  | "invalid-request";

export interface Status {
  readonly code: StatusCode;
  /**
   * Why: the code of the stream's `bye` (`server_draining`, `token_expired`, `access_revoked`, `event_archived`, `event_deleted`,
   * `internal_error`), of a refusal (`too_many_streams`, `rate_limited`, `not_a_member`, …), `http_502` and the like for those of
   * something in between, or `network`, `silent` (connected, but nothing comes through) and `not_a_stream`.
   */
  readonly reason?: string;
}

/** An entry of the feed; the members beside these depend on its type. */
export interface Entry {
  readonly type: string;
  readonly eventId: string;
  readonly key: string | null;
  readonly at: string;
  readonly removed?: boolean;
  readonly [member: string]: unknown;
}

export interface SetScore {
  readonly team1: number;
  readonly team2: number;
}

export type MatchStatus = "scheduled" | "inProgress" | "final" | "cancelled";

/** A match's score, as in entries and answers. */
export interface Score {
  readonly matchId: number;
  readonly sets: readonly SetScore[];
  readonly status: MatchStatus;
  readonly setsWon: SetScore;
  readonly winner: 1 | 2 | null;
  readonly version: number;
  readonly lastUpdated: string;
  readonly lastUpdatedBy: string;
  readonly clientUpdateId?: string;
  readonly warnings?: readonly unknown[];
}

/** The latest entry of every key. One object for the life of a connection: it changes before every `onState`. */
export interface FeedState {
  readonly event: Entry | undefined;
  readonly matches: readonly {
    readonly match: Entry & { readonly id: number };
    readonly score?: Entry & Score;
    readonly claim?: Entry;
  }[];
  readonly entries: readonly Entry[];
  /** The latest entry of a key, such as `score/17`. */
  get(key: string): Entry | undefined;
}

export interface ConnectOptions {
  eventId: string;
  /** Only these; an entry must fit all filters that are given. */
  matches?: readonly number[];
  teams?: readonly number[];
  divisions?: readonly number[];
  types?: readonly string[];
  /** The state changed. `reset` tells why the server sent a snapshot in place of what was missed. */
  onState?(state: FeedState, reset?: string): void;
  /** Something happened: every entry after the first snapshot, once and in order, but for those that a later snapshot stands for. */
  onEntry?(entry: Entry, state: FeedState): void;
  onStatus?(status: Status): void;
  /** Where LiveFeed is served, ending in a slash; where this module came from unless given. */
  base?: string;
  session?: Session;
}

export interface Connection {
  readonly state: FeedState;
  readonly status: Status;
  /** Tries again at once, also where the status says that there is nothing to follow. */
  reconnect(): void;
  close(): void;
}

/** Follows an event. All tabs of a browser that follow the same share one connection. */
export function connect(options: ConnectOptions): Connection;

/**
 * What becomes of an item. Only `pending` goes on by itself; the others are shown to whoever recorded it until they are dealt with:
 * - `pending`: kept, and sent as soon as it can be; `reason` tells what the last attempt met.
 * - `sign-in-needed`: the session is over, or belongs to another user (`another_user`). Goes on by itself when the item's user signs in.
 * - `claim-needed`: the claim ran out. Claim the match, then `retry`.
 * - `claim-held`: another keeps the score (`holder`, until `expiresAt`). Ask for a hand-over and `retry`, or `discard`.
 * - `stale`: a later score is stored (`current`); this one was kept for the organizer. `discard`, and `write` anew if it is right.
 * - `refused`: it can't be (`detail`, `errors`). `discard`, and `write` what is right; or `retry` if the refusal's cause was removed.
 *
 * What the same user wrote later for the same match waits behind the first four; `stale` and `refused` let it go on, as every score is whole.
 */
export type ItemState = "pending" | "sign-in-needed" | "claim-needed" | "claim-held" | "stale" | "refused";

export interface OutboxItem {
  /** Grows in the order of writing. */
  readonly number: number;
  readonly eventId: string;
  readonly matchId: number;
  readonly sets: readonly SetScore[];
  readonly status: MatchStatus;
  /** Comes back in the feed, so that its echo is known. */
  readonly clientUpdateId: string;
  /** When it was recorded, by this device's clock. */
  readonly occurredAt: string;
  readonly userId: string;
  readonly state: ItemState;
  readonly attempts: number;
  /** When it is tried again, in milliseconds of Unix time; 0 for at once. */
  readonly retryAt: number;
  /** A code of the API, `another_user`, `network`, or `http_…`. */
  readonly reason?: string;
  /** The server's own words. */
  readonly detail?: string;
  readonly errors?: Readonly<Record<string, readonly string[]>>;
  readonly current?: Score;
  readonly holder?: { readonly id: string; readonly name: string };
  readonly expiresAt?: string;
}

export interface OutboxOptions {
  /** The items changed, in whatever tab. */
  onChange?(items: readonly OutboxItem[]): void;
  /** An item was acknowledged; told in the tab that sent it. */
  onSent?(item: OutboxItem, score: Score): void;
  base?: string;
  session?: Session;
}

export interface Outbox {
  readonly items: readonly OutboxItem[];
  /** Keeps a score under the signed-in user's name; resolves as soon as it is kept, and rejects where it can't be. */
  write(score: { eventId: string; matchId: number; sets: readonly SetScore[]; status: MatchStatus }): Promise<OutboxItem>;
  retry(number: number): Promise<void>;
  discard(number: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the outbox, which all tabs of a browser share; one of them sends at a time. */
export function openOutbox(options?: OutboxOptions): Promise<Outbox>;

/** The tag under which Background Sync is asked for, where a service worker is registered. */
export const backgroundSync: string;

/** Who is signed in, in all tabs. Sends `change`. */
export interface Session extends EventTarget {
  readonly user: { readonly id: string; readonly displayName: string } | null;
  /** Rejects with a refusal: `{ status, code, problem, retryAfter }`, or `{ code: "network" }`. */
  signIn(email: string, password: string): Promise<{ readonly id: string; readonly displayName: string }>;
  signOut(): Promise<void>;
  /** An access token for `Authorization: Bearer`; null where somebody has to sign in. Rejects as `signIn`. */
  token(): Promise<string | null>;
  /** Gets a new one in place of one that was refused; false where somebody has to sign in. Rejects as `signIn`. */
  refresh(refused?: string | null): Promise<boolean>;
}

export function session(): Session;
