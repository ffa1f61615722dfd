// Types of the feed and of browsers that the pages use and TypeScript's own libraries don't have.

/** The feed's entry of the event itself. */
type EventEntry = import("../api/wwwroot/livefeed.js").Entry & {
  readonly name: string;
  readonly sport: string;
  readonly bestOf?: number;
  readonly version: number;
  /** How its matches are played, as `GET /api/formats` describes it. */
  readonly format?: Readonly<Record<string, any>>;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly timeZone?: string;
};

/** The keys of the texts in `js/texts`. */
type TextKey = keyof (
  & typeof import("../api/wwwroot/js/texts/en/shared.js").texts
  & typeof import("../api/wwwroot/js/texts/en/event.js").texts
  & typeof import("../api/wwwroot/js/texts/en/coverage.js").texts
  & typeof import("../api/wwwroot/js/texts/en/display.js").texts
  & typeof import("../api/wwwroot/js/texts/en/scoring.js").texts
  & typeof import("../api/wwwroot/js/texts/en/manage.js").texts
  & typeof import("../api/wwwroot/js/texts/en/announcements.js").texts
  & typeof import("../api/wwwroot/js/texts/en/account.js").texts
  & typeof import("../api/wwwroot/js/texts/en/join.js").texts
  & typeof import("../api/wwwroot/js/texts/en/reset.js").texts
  & typeof import("../api/wwwroot/js/texts/en/import.js").texts
  & typeof import("../api/wwwroot/js/texts/en/score-sheets.js").texts
  & typeof import("../api/wwwroot/js/texts/en/standings.js").texts
  & typeof import("../api/wwwroot/js/texts/en/brackets.js").texts
  & typeof import("../api/wwwroot/js/texts/en/draws.js").texts
  & typeof import("../api/wwwroot/js/texts/en/incidents.js").texts
  & typeof import("../api/wwwroot/js/texts/en/scorer.js").texts
  & typeof import("../api/wwwroot/js/texts/en/webhooks.js").texts
  & typeof import("../api/wwwroot/js/texts/en/rooms.js").texts
  & typeof import("../api/wwwroot/js/texts/en/notifications.js").texts
  & typeof import("../api/wwwroot/js/texts/en/invitations.js").texts
);

/** A problem document (RFC 9457), as far as the pages use it; empty if the response came from an intermediary. */
interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: Record<string, string[]>;
  readonly holder?: { readonly id: string; readonly name: string };
  readonly expiresAt?: string;
  readonly sameAccount?: boolean;
  readonly current?: import("../api/wwwroot/livefeed.js").Score;
}

/** An error response. */
interface Rejection {
  readonly status: number;
  readonly code?: string;
  readonly problem: Problem;
  /** In milliseconds. */
  readonly retryAfter: number;
}

/** The result of sending an item of the outbox: the stored score, or the error. Without a status there was no response. */
interface SendResult extends Partial<Rejection> {
  readonly score?: import("../api/wwwroot/livefeed.js").Score;
  /** What the server has stored of an item that is no score. */
  readonly stored?: import("../api/wwwroot/livefeed.js").Incident | import("../api/wwwroot/livefeed.js").MatchClock | import("../api/wwwroot/livefeed.js").Message;
}

/** A response of the feed to a poll. */
interface FeedPage {
  readonly cursor: string;
  readonly entries: readonly import("../api/wwwroot/livefeed.js").Entry[];
  readonly more: boolean;
  readonly reset?: string;
  /** If it is of several topics: the page of each. */
  readonly topics?: readonly {
    readonly topic: string;
    readonly tag?: string;
    readonly closed?: string;
    readonly reset?: string;
    readonly more?: boolean;
    readonly entries?: readonly import("../api/wwwroot/livefeed.js").Entry[];
  }[];
}

/** The network's description, which some browsers have. */
interface Navigator {
  readonly connection?: { readonly saveData?: boolean };
}

/** Background Sync, which some browsers have. */
interface ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
}

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** The global scope of a service worker. The library that describes it can't be loaded beside that of pages. */
interface ServiceWorkerScope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly { readonly url: string }[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: "message", listener: (event: ExtendableEvent & MessageEvent) => void): void;
  addEventListener(type: "sync", listener: (event: ExtendableEvent & { readonly tag: string }) => void): void;
  addEventListener(type: "fetch", listener: (event: ExtendableEvent & { readonly request: Request; respondWith(response: Promise<Response>): void }) => void): void;
}
