/** LiveFeed's client library: live scores for spectators, and an outbox for scorekeepers. See docs/client.md. */

/**
 * The state of a connection. The states up to `offline` recover by themselves; those from `ended` on last until `reconnect()` or a sign-in.
 */
export type StatusCode =
  /** The first connection is being made. */
  | "connecting"
  /** Entries arrive as they are committed. */
  | "live"
  /** Streaming doesn't work here; entries arrive by polling, and streaming is tried again from time to time. */
  | "polling"
  /** The connection broke; what is shown may be out of date. */
  | "reconnecting"
  /** The browser reports that it has no network. */
  | "offline"
  /** The event is over (`event_archived`) or was removed. The state stays as it was last. */
  | "ended"
  | "not-found"
  /** The event is for its members, and nobody is signed in, or the session has ended. */
  | "sign-in-needed"
  /** The event is for its members, and the user isn't a member, or no longer is. */
  | "forbidden"
  /** The event's id is valid but the filter isn't. */
  | "invalid-request";

export interface Status {
  readonly code: StatusCode;
  /**
   * The reason: the code of the stream's `bye` (`server_draining`, `token_expired`, `session_ended`, `access_revoked`, `event_archived`, `event_deleted`,
   * `internal_error`) or of an error response (`too_many_streams`, `rate_limited`, `not_a_member`, …); `http_502` and the like for an
   * error from an intermediary; or `network`, `silent` (connected, but no data arrives, or it arrives late), `not_a_stream` and `save_data`
   * (the browser is set to save data).
   */
  readonly reason?: string;
}

/** An entry of the feed. Further members depend on its type. */
export interface Entry {
  readonly type: string;
  readonly eventId: string;
  readonly key: string | null;
  readonly at: string;
  readonly removed?: boolean;
  /** The major version of its schema (`GET /schemas`); left out if it is 1. */
  readonly schema?: number;
  readonly [member: string]: unknown;
}

export interface SetScore {
  readonly team1: number;
  readonly team2: number;
}

/** A set, or whatever the sport calls its periods. */
export interface PlayedSet extends SetScore {
  /** The points of the tie-break that ended it, in tennis and padel. */
  readonly tieBreak?: SetScore;
}

/** `postponed`: to be played at another time; `suspended`: to be resumed; `abandoned`: ended without a result. */
export type MatchStatus = "scheduled" | "inProgress" | "final" | "cancelled" | "postponed" | "suspended" | "abandoned";

/** Why a match ended other than by play, and who won it: nobody if `winner` is null. */
export interface Outcome {
  readonly kind: "walkover" | "retired" | "forfeit" | "defaulted" | "disqualified" | "awarded" | "drawn";
  readonly winner: 1 | 2 | null;
  readonly note?: string;
}

/** What was played apart from the periods. */
export interface Decider extends SetScore {
  readonly kind: "shootOut" | "goldenSet" | "matchTieBreak";
}

/** What a scorekeeper says of a match. A score replaces the one before as a whole: what is left out is gone. */
export interface ScoreState {
  readonly sets: readonly PlayedSet[];
  readonly status: MatchStatus;
  /** Only if the match ended other than by play. The status is `final` then. */
  readonly outcome?: Outcome;
  readonly decider?: Decider;
  /** What stands in the running game: `0`, `15`, `30`, `40` or `AD`, or the points of a running tie-break. */
  readonly points?: { readonly team1: string; readonly team2: string };
  /** The team that serves. */
  readonly server?: 1 | 2;
}

/** A match's score, as in entries and responses. */
export interface Score extends ScoreState {
  readonly matchId: number;
  readonly setsWon: SetScore;
  readonly winner: 1 | 2 | null;
  /** Once the score is signed. Only an organizer can change it then. */
  readonly official?: true;
  /** The tie whose leg the match is, and the team that has won it, once a leg is over. */
  readonly tie?: { readonly id: string; readonly winner: 1 | 2 | null };
  readonly version: number;
  readonly lastUpdated: string;
  readonly lastUpdatedBy: string;
  readonly clientUpdateId?: string;
  readonly warnings?: readonly unknown[];
}

/** The standings of a pool, as in entries and responses. */
export interface Standings {
  readonly poolId: string;
  readonly name: string;
  readonly division: { readonly id: number; readonly name: string };
  /** Whether every match of the pool is over. */
  readonly isComplete: boolean;
  /** The teams, the best first. */
  readonly rows: readonly StandingsRow[];
}

/** A team's place in a pool. Level teams share a rank. */
export interface StandingsRow {
  readonly team: { readonly id: number; readonly name: string };
  readonly rank: number;
  readonly played: number;
  readonly won: number;
  readonly drawn: number;
  readonly lost: number;
  readonly points: number;
  readonly for: number;
  readonly against: number;
  readonly setsWon: number;
  readonly setsLost: number;
  readonly setRatio: number | null;
  readonly pointRatio: number | null;
  /** What put it below the team above it. */
  readonly separatedBy?: string;
  /** The teams whose matches counted for that, if not all of the pool. */
  readonly separatedAmong?: readonly number[];
  /** The rank that an organizer gave it by hand. */
  readonly manual?: { readonly rank: number; readonly reason: string };
}

/** What an organizer announces, as in entries and responses. */
export interface Announcement {
  readonly id: string;
  /** Plain text, without line breaks. */
  readonly text: string;
  /** The court that it is about; left out for the whole event. */
  readonly courtId?: number;
  /** When it ends by itself, if it does. The entry with `removed` comes then, or when it is deleted before. */
  readonly until?: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
}

/** The latest entry of every key. A connection has one such object, which changes before every `onState`. */
export interface FeedState {
  readonly event: Entry | undefined;
  readonly matches: readonly {
    readonly match: Entry & { readonly id: number };
    readonly score?: Entry & Score;
    readonly claim?: Entry;
    readonly clock?: Entry & MatchClock;
  }[];
  /** The standings of every pool, as `GET /api/events/{id}/standings` lists them. */
  readonly standings: readonly (Entry & Standings)[];
  /** What the organizers announce, the newest first. */
  readonly announcements: readonly (Entry & Announcement)[];
  readonly entries: readonly Entry[];
  /** The latest entry of a key, such as `score/17`. */
  get(key: string): Entry | undefined;
}

export interface ConnectOptions {
  eventId: string;
  /** Only entries of these matches. An entry must pass all filters that are given. */
  matches?: readonly number[];
  teams?: readonly number[];
  divisions?: readonly number[];
  types?: readonly string[];
  /** The state changed. `reset` says why the server sent a snapshot in place of missed entries. */
  onState?(state: FeedState, reset?: string): void;
  /** Called for every entry after the first snapshot, once and in order, except for entries that a later snapshot replaces. */
  onEntry?(entry: Entry, state: FeedState): void;
  /**
   * The server is newer than this library: it sent an entry of a type that the library doesn't know, or with a later version of its schema (`schema`). All else goes on.
   * An entry of an unknown type is passed to `onEntry` and is in the state's `entries` as any other. One of a later version is in neither, and takes what had its key out of the
   * state: that is no longer true. The console has each type and version once.
   */
  onUnknown?(entry: Entry): void;
  onStatus?(status: Status): void;
  /** The address at which LiveFeed is served, ending in a slash. By default the one that this module was loaded from. */
  base?: string;
  session?: Session;
}

export interface Connection {
  readonly state: FeedState;
  readonly status: Status;
  /** Tries again at once, even if the status says that there is nothing to follow. */
  reconnect(): void;
  close(): void;
}

/** Follows an event. All tabs of a browser that follow the same feed share one connection. */
export function connect(options: ConnectOptions): Connection;

/** A message in a team's room, as in entries and responses. */
export interface Message {
  readonly id: string;
  readonly by: { readonly id: string; readonly name: string };
  /** Plain text; its lines end with a line feed. */
  readonly text: string;
  readonly postedAt: string;
  readonly clientMessageId?: string;
}

/** Something that passes, beside a topic's entries: never stored, and replaced by the next of its type. */
export interface Signal {
  readonly type: "presence" | "typing";
  readonly topic: string;
  /** How many people there are. */
  readonly count: number;
  /** The first 100 of them, by name. */
  readonly users: readonly { readonly id: string; readonly name: string }[];
}

export interface TopicsOptions {
  /**
   * What to follow, each a path, and behind a `?` the filter of its stream: `events/wc22`, `events/wc23?teams=7,8`. Up to 32 of them are on one
   * connection. A team's room is `events/wc22/teams/7`. What is no topic throws a TypeError.
   */
  topics: readonly string[];
  /** The state of a topic changed. `reset` says why the server sent a snapshot in place of missed entries. */
  onState?(state: FeedState, topic: string, reset?: string): void;
  /** Called for every entry after a topic's first snapshot, once and in order, except for entries that a later snapshot replaces. There is no order between topics. */
  onEntry?(entry: Entry, state: FeedState, topic: string): void;
  /** As of one event, with the topic. */
  onUnknown?(entry: Entry, topic: string): void;
  /** Who is in a room, or who is writing there, has changed. Only streams have signals: while the library polls, none come. */
  onSignal?(signal: Signal, topic: string): void;
  /**
   * Nothing of a topic comes any more, and the others go on: `event_archived`, `event_deleted`, `topic_deleted`, `access_revoked`, or the code of the error with which it can't be read
   * (`token_required`, `not_a_member`, `event_not_found`, `topic_not_found`). Its state stays as it was last. `reconnect()` tries it again.
   * If no topic can be read at all, `onStatus` says why.
   */
  onClosed?(topic: string, code: string): void;
  onStatus?(status: Status): void;
  /** The address at which LiveFeed is served, ending in a slash. By default the one that this module was loaded from. */
  base?: string;
  session?: Session;
}

export interface TopicsConnection {
  /** The state of a topic that is followed. */
  state(topic: string): FeedState | undefined;
  readonly status: Status;
  /** Follows these topics from now on. Those that were followed before go on without a gap. */
  follow(topics: readonly string[]): void;
  reconnect(): void;
  close(): void;
}

/** Follows several topics. All tabs of a browser share one connection for all of theirs. */
export function connect(options: TopicsOptions): TopicsConnection;

/**
 * The state of an item. Only `pending` items proceed by themselves. Show the others to the user who recorded them until they are resolved:
 * - `pending`: stored, and sent as soon as possible; `reason` is the result of the last attempt.
 * - `sign-in-needed`: the session has ended, or belongs to another user (`another_user`). Proceeds when the item's user signs in.
 * - `claim-needed`: the claim has expired. Claim the match, then `retry`.
 * - `claim-held`: another user holds the claim (`holder`, until `expiresAt`), or another device of the same account (`sameAccount`). Ask for
 *   a hand-over, or claim with `takeOver`, and `retry`; or `discard`.
 * - `stale`: a later score is stored (`current`); this one was kept for the organizer. `discard`, and `write` again if it is right.
 * - `refused`: it was rejected (`detail`, `errors`). `discard`, and `write` a correct one; or `retry` once the cause is removed.
 *
 * Later items of the same user and match wait behind an item in one of the first four states. They don't wait behind `stale` and
 * `refused`, because every score is complete.
 */
export type ItemState = "pending" | "sign-in-needed" | "claim-needed" | "claim-held" | "stale" | "refused";

/** What happened in a match. The kinds that a sport knows are in the description of the API. */
export type IncidentKind = string;

export interface IncidentDetails {
  readonly kind: IncidentKind;
  readonly period?: number;
  readonly minute?: number;
  readonly added?: number;
  readonly side?: 1 | 2;
  /** The id of a player of the match, or a text. */
  readonly person?: number | string;
  readonly person2?: number | string;
  readonly detail?: string;
}

/** An incident, as in entries and responses. Names are there as far as the event publishes them (`publicNames`). */
export interface Incident extends IncidentDetails {
  readonly person?: string;
  /** Only of a player. */
  readonly personId?: number;
  readonly personNumber?: string;
  readonly person2?: string;
  readonly person2Id?: number;
  readonly person2Number?: string;
  readonly id: string;
  readonly matchId: number;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly clientUpdateId?: string;
}

/** A player of a team, as in responses. */
export interface Player {
  readonly id: number;
  /** As far as the event publishes it. */
  readonly name?: string;
  readonly number?: string;
  readonly userId?: string;
}

/** Who plays for one side of a match, as in responses. The entry `lineup-update` has `matchId` and `side` only. */
export interface Lineup {
  readonly matchId: number;
  readonly side: 1 | 2;
  readonly players: readonly {
    /** False on the bench. */
    readonly starts: boolean;
    readonly playerId?: number;
    readonly name?: string;
    readonly number?: string;
    readonly roles?: readonly ("captain" | "libero" | "goalkeeper")[];
  }[];
  readonly updatedAt: string;
}

export interface ClockReading {
  readonly period: number;
  readonly state: "running" | "stopped" | "ended";
  /** How much of the period has been played, in milliseconds. */
  readonly elapsedMs: number;
  /** The announced added time, in minutes. */
  readonly added?: number;
}

/** A match's clock, as in entries and responses. While it is running, count on from `at` with `serverNow()`. */
export interface MatchClock extends ClockReading {
  readonly matchId: number;
  readonly at: string;
}

export interface OutboxItem extends ScoreState {
  /** Increases in the order of writing. */
  readonly number: number;
  /** What it is; left out for a score. Items that are no score have empty `sets`. */
  readonly type?: "incident" | "retraction" | "clock" | "message";
  readonly incident?: IncidentDetails;
  /** The incident that is retracted. */
  readonly incidentId?: string;
  readonly clock?: ClockReading & { readonly correction?: boolean };
  readonly eventId: string;
  /** Missing on a message. */
  readonly matchId?: number;
  /** The team in whose room a message is. */
  readonly teamId?: number;
  /** What a message says. */
  readonly text?: string;
  /** Also in the feed's entry, so that a client recognizes its own update. */
  readonly clientUpdateId: string;
  /** The time at which it was recorded, by this device's clock. */
  readonly occurredAt: string;
  readonly userId: string;
  /** False if this device's storage rejected it, being full or denied: then it is only in this page's memory, and lost if the page closes. */
  readonly isStored: boolean;
  readonly state: ItemState;
  readonly attempts: number;
  /** The time of the next attempt, in milliseconds of Unix time; 0 for at once. One more than 30 s ahead was set by another clock: it is over. */
  readonly retryAt: number;
  /** A code of the API, `another_user`, `network`, or `http_…`. */
  readonly reason?: string;
  /** The server's explanation. */
  readonly detail?: string;
  readonly errors?: Readonly<Record<string, readonly string[]>>;
  readonly current?: Score;
  readonly holder?: { readonly id: string; readonly name: string };
  readonly expiresAt?: string;
  readonly sameAccount?: boolean;
}

export interface OutboxOptions {
  /** The items changed, in any tab. */
  onChange?(items: readonly OutboxItem[]): void;
  /** An item was acknowledged. Called only in the tab that sent it. */
  onSent?(item: OutboxItem, score: Score): void;
  /** Likewise an item that is no score, with what the server has stored; with undefined for a retraction. */
  onRecorded?(item: OutboxItem, stored: Incident | MatchClock | Message | undefined): void;
  base?: string;
  session?: Session;
}

export interface Outbox {
  readonly items: readonly OutboxItem[];
  /**
   * Stores a score under the signed-in user's name. Resolves as soon as it is stored. If the device's storage rejects it, the item is held
   * in memory and sent from there (`isStored` is false). Rejects with a SignInNeededError if nobody is signed in. `occurredAt` is when it
   * was recorded, if that was before.
   */
  write(score: ScoreState & { eventId: string; matchId: number; occurredAt?: string }): Promise<OutboxItem>;
  /** Stores an incident, as `write` does a score. All that is written of one match is sent in the order of writing. */
  writeIncident(incident: IncidentDetails & { eventId: string; matchId: number; occurredAt?: string }): Promise<OutboxItem>;
  /** Stores that an incident which the server has is retracted. To take back one that is not sent yet, `discard` its item. */
  retractIncident(incident: { eventId: string; matchId: number; incidentId: string }): Promise<OutboxItem>;
  /** Stores what a match's clock shows, as `write` does a score. `correction` allows it to be before what was stored. */
  writeClock(clock: ClockReading & { eventId: string; matchId: number; occurredAt?: string; correction?: boolean }): Promise<OutboxItem>;
  /** Stores a message of a team's room, as `write` does a score. The item's `clientUpdateId` is the message's `clientMessageId`. */
  writeMessage(message: { eventId: string; teamId: number; text: string }): Promise<OutboxItem>;
  /** Tries an item again, once its cause is resolved. Rejects with the storage's own error. */
  retry(number: number): Promise<void>;
  /** Makes one user's items of an event another's: that of a helper who has come back by another scorer link. Rejects with the storage's own error. */
  handOver(whose: { eventId: string; from: string; to: string }): Promise<void>;
  /** Rejects with the storage's own error. */
  discard(number: number): Promise<void>;
  /** Sends due items. Resolves when none is left that is due. Never rejects: what can't be sent stays in the outbox, with the reason. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the outbox, which all tabs of a browser share; one of them sends at a time. */
export function openOutbox(options?: OutboxOptions): Promise<Outbox>;

/** The tag under which Background Sync is requested if a service worker is registered. */
export const backgroundSync: string;

/** A score in a storage. */
export interface SavedScore extends ScoreState {
  readonly matchId: number;
  readonly lastUpdated: string;
  /** Whether it is only on this device so far. */
  readonly isPending: boolean;
}

export interface StorageOptions {
  eventId: string;
  /** Where scores are: on the `server`, with the outbox for what isn't sent yet, or on this `device`, without a server and a user. */
  backend?: "server" | "device";
  /** What stores on this device: `localStorage` by default. */
  local?: { getItem(key: string): string | null; setItem(key: string, value: string): void };
  base?: string;
  session?: Session;
}

/** The scores of one event, in one place or the other. All methods but `syncPending` reject with the error of `local` if it fails. */
export interface ScoreStorage {
  /** May be changed at any time. */
  backend: "server" | "device";
  /** Resolves once the score is stored on this device. With the server it is an `Outbox.write`, and rejects as that does. */
  saveScore(score: ScoreState & { matchId: number }): Promise<SavedScore>;
  /** Resolves with undefined if the match has none. */
  getScore(matchId: number): Promise<SavedScore | undefined>;
  /** If the server can't be reached, what was read last. Rejects with an ApiError if the server or an intermediary rejects the request. */
  getAllScores(): Promise<readonly SavedScore[]>;
  /** With the server, sends what is pending, also what was saved on the device before. Resolves with how many scores are still pending. */
  syncPending(): Promise<number>;
  close(): Promise<void>;
}

/** Scores on this device or on the server, behind the same four calls: for apps that begin without a server. */
export function createStorage(options: StorageOptions): ScoreStorage;

/** An error response of the server, or of an intermediary before it. */
export class ApiError extends Error {
  /** The HTTP status. */
  readonly status: number;
  /** The API's code for what went wrong; `http_502` and the like if the response came from an intermediary. */
  readonly code: string;
  /** The problem document; empty if the response came from an intermediary. */
  readonly problem: Readonly<Record<string, unknown>>;
  /** For how many milliseconds the server asks clients to wait; 0 if it doesn't. */
  readonly retryAfter: number;
}

/** There was no response, or not all of it: the server can't be reached now. */
export class NetworkError extends Error {
  readonly code: "network";
}

/** Nobody is signed in, and a score is stored under the name of the user who recorded it. */
export class SignInNeededError extends Error {
  readonly code: "sign-in-needed";
}

/** The signed-in user, shared by all tabs. Dispatches `change`; and `over` when the session turns out to have ended. */
export interface Session extends EventTarget {
  readonly user: { readonly id: string; readonly displayName: string; readonly isHelper?: true } | null;
  /** Whether the user has to sign in again. */
  readonly isOver: boolean;
  /** Rejects with an ApiError or a NetworkError. */
  signIn(email: string, password: string): Promise<{ readonly id: string; readonly displayName: string }>;
  /** Comes in by a scorer link, as a helper without an account. Rejects as `signIn` does. */
  signInByLink(secret: string, name: string, deviceId: string): Promise<{ readonly id: string; readonly displayName: string }>;
  /** Rejects as `signIn` does; the user is still signed in then. */
  signOut(): Promise<void>;
  /** An access token for `Authorization: Bearer`; null if nobody is signed in. Rejects as `signIn` does. */
  token(): Promise<string | null>;
  /** Gets a new token in place of a rejected one. Resolves with false if somebody has to sign in. Rejects as `signIn` does. */
  refresh(rejected?: string | null): Promise<boolean>;
}

export function session(): Session;

/**
 * The server's time now, in milliseconds of Unix time, as far as its responses and entries have told: a little late, by the time that the fastest of them was
 * on its way. Until the server has been heard, the device's own time. A running clock shows `elapsedMs + serverNow() - Date.parse(at)`.
 */
export function serverNow(): number;

/** This browser's random id, which the outbox sends as `X-Device-Id`. A match that is claimed with it is scored from here only. */
export function deviceId(): string;
