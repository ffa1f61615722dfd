import { byId, setText } from "../shared/dom.js";
import { matchFacts, teamsText } from "../shared/format.js";
import { rubbersOf } from "../shared/rubbers.js";
import { stayAwake } from "../shared/stay-awake.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { ClaimPrompt } from "./claim-prompt.js";
import { CountingChoices } from "./counting-choices.js";
import { ExtraBar } from "./extra-bar.js";
import { ScorePads } from "./score-pads.js";
import { ItemNotes } from "./item-notes.js";
import { ScoringMenu } from "./scoring-menu.js";
import { ScoringNotes } from "./scoring-notes.js";
import { NextStep } from "./next-step.js";
import { QuestionBar } from "./question-bar.js";
import { Renewal } from "./renewal.js";
import { RubberList } from "./rubber-list.js";
import { SetStrip } from "./set-strip.js";
import { UndoSteps } from "./undo.js";
import { showSync } from "./sync.js";

/** The screen on which one match is scored. `show` draws it; `step` makes all changes. */
export class ScoringView {
  #session;
  #undo;
  #choices;
  #parts;
  #renewal;
  #extra;
  #listening = new AbortController();

  constructor(session, matchId) {
    this.#session = session;
    this.matchId = matchId;
    this.#undo = new UndoSteps(session.eventId, matchId, session.user.id);
    this.#renewal = new Renewal(session, matchId);
    this.#choices = new CountingChoices(session.eventId, matchId);
    const context = {
      session, matchId, choices: this.#choices, step: (score) => this.step(score), renew: () => this.#renewal.now(),
      changed: () => session.dispatchEvent(new Event("change")),
    };
    this.#extra = new ExtraBar(context);
    this.#parts = [
      this.#extra,
      new ClaimPrompt(context), new ScoringNotes(context), new RubberList(context), new ScorePads(context), new SetStrip(context), new NextStep(context), new QuestionBar(context),
      new ScoringMenu(context),
    ];
    this.items = new ItemNotes(byId("item-notes"), session, matchId);
    const { signal } = this.#listening;
    byId("undo").addEventListener("click", () => this.#takeBack(), { signal });
    byId("renew").addEventListener("click", () => this.#renewNow(), { signal });
    session.addEventListener("overtaken", ({ detail }) => detail === matchId && toast(text("scoring.overtaken")), { signal });
    stayAwake(signal);
  }

  /** Makes a change to the score: it is stored, shown and sent, and can be undone. */
  step(score) {
    this.#undo.add(this.#session.score(this.matchId), score);
    this.#session.write(this.matchId, score);
  }

  show(status) {
    const { matchId } = this;
    const match = this.#session.match(matchId);
    const score = this.#session.score(matchId);
    const isOfficial = this.#session.isOfficial(matchId);
    const claim = this.#session.claims.of(matchId);
    const isKept = claim.mode === "mine" || claim.mode === "lapsed";
    setText(byId("match-title"), match ? teamsText(match) : titleWithout(this.#session));
    setText(byId("match-facts"), match ? matchFacts(match) : "");
    // The score of a tie follows from its rubbers.
    const rubbers = rubbersOf(matchId, this.#session.matches);
    for (const id of ["halves", "foot"]) byId(id).hidden = !isKept || !match || rubbers.length > 0;
    /** @type {HTMLButtonElement} */ (byId("undo")).disabled = isOfficial || this.#undo.before(score) === undefined;
    const format = this.#choices.applyTo(this.#session.formatOf(matchId));
    const shown = { match, rubbers, score, isOfficial, claim, status, isKept: isKept && match !== undefined, format, clock: this.#session.clock(matchId) };
    for (const part of this.#parts) part.show(shown);
    this.items.show();
    showSync(this.#session, shown, matchId);
  }

  tick() {
    this.#renewal.tick();
    this.#extra.tick();
  }

  close() {
    this.#listening.abort();
    for (const part of this.#parts) part.close?.();
    this.items.clear();
  }

  #takeBack() {
    const before = this.#undo.before(this.#session.score(this.matchId));
    if (!before) return;
    this.#undo.drop();
    this.#session.write(this.matchId, before);
  }

  async #renewNow() {
    const fault = await this.#renewal.now();
    toast(fault || text("scoring.renewed"), fault ? "error" : "success");
  }
}

function titleWithout({ event }) {
  return text(event ? "scoring.notInSchedule" : "shared.loading");
}
