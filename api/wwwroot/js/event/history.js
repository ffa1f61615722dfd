import { api } from "../shared/api.js";
import { scoreState } from "../client/score-state.js";
import { problemText } from "../shared/problem-text.js";

const pageSize = 1_000;

/** The history of one match's score: the revisions that the server keeps, and then every update as it arrives. */
export class ScoreHistory {
  #eventId;
  #onChange;
  #match = null;
  #revisions = [];
  #loading = null;
  #waiting = [];
  #asked = 0;

  /** Why the history can't be shown, in words; empty if it can. */
  failure = "";

  constructor(eventId, onChange) {
    this.#eventId = eventId;
    this.#onChange = onChange;
  }

  /** The revisions, oldest first, each a score with its `version` and `occurredAt`. */
  get revisions() {
    return this.#revisions;
  }

  get isLoading() {
    return this.#loading !== null;
  }

  /** Switches to another match, or to none. */
  open(matchId) {
    if (matchId === this.#match) return;
    this.#loading?.abort();
    this.#loading = null;
    this.#match = matchId;
    this.#revisions = [];
    this.#waiting = [];
    this.#asked = 0;
    this.failure = "";
  }

  /** Adds the current score. If it doesn't directly follow the last revision, some are missing, and all are loaded again. */
  take(score) {
    const last = this.#revisions.at(-1)?.version ?? 0;
    if (!score || score.version <= last || (this.failure && !this.#loading)) return;
    const { version, lastUpdated } = score;
    const revision = { version, ...scoreState(score), occurredAt: lastUpdated };
    if (this.#loading) {
      if (this.#waiting.at(-1)?.version !== version) this.#waiting.push(revision);
    } else if (version === last + 1 || version === this.#asked) {
      this.#revisions = [...this.#revisions, revision];
      this.#onChange();
    } else {
      this.#asked = version;
      this.load();
    }
  }

  async load() {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    // A failure stays until the outcome is known, and so does the button that asked for this.
    this.#onChange();
    const known = new Map();
    let failure = "";
    try {
      for (let offset = 0, total = 1; offset < total; ) {
        const path = `api/events/${encodeURIComponent(this.#eventId)}/scores/${this.#match}/history?limit=${pageSize}&offset=${offset}`;
        const page = await api.get(path, { signal: loading.signal });
        total = page.items.length === 0 ? 0 : page.total;
        offset += page.items.length;
        // Newest first: updates posted meanwhile shift the others to later pages, so one may come twice.
        for (const revision of page.items) known.set(revision.version, { ...revision, ...scoreState(revision) });
      }
    } catch (error) {
      if (loading.signal.aborted) return;
      failure = problemText(error);
    }
    if (loading.signal.aborted) return;
    this.#loading = null;
    this.failure = failure;
    if (!failure) {
      for (const revision of this.#waiting) known.set(revision.version, revision);
      this.#revisions = [...known.values()].sort((a, b) => a.version - b.version);
    }
    this.#waiting = [];
    this.#onChange();
  }
}
