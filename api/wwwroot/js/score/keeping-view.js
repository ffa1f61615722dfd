import { byId, setText } from "../dom.js";
import { momentText, teamName } from "../words.js";
import { toast } from "../toast.js";
import { Gate } from "./gate.js";
import { Halves } from "./halves.js";
import { ItemNotes } from "./item-notes.js";
import { KeepingMenu } from "./keeping-menu.js";
import { KeepingNotes } from "./keeping-notes.js";
import { NextStep } from "./next-step.js";
import { Renewal } from "./renewal.js";
import { SetStrip } from "./set-strip.js";
import { UndoSteps } from "./undo.js";
import { stayAwake } from "./stay-awake.js";
import { showSync } from "./sync.js";

/** The screen on which one match is scored. `show` draws it; `step` makes all changes. */
export class KeepingView {
  #desk;
  #undo;
  #parts;
  #renewal;
  #listening = new AbortController();

  constructor(desk, matchId) {
    this.#desk = desk;
    this.matchId = matchId;
    this.#undo = new UndoSteps(desk.eventId, matchId, desk.user.id);
    this.#renewal = new Renewal(desk, matchId);
    const keeping = { desk, matchId, step: (score) => this.step(score), renew: () => this.#renewal.now() };
    this.#parts = [
      new Gate(keeping), new KeepingNotes(keeping), new Halves(keeping), new SetStrip(keeping), new NextStep(keeping), new KeepingMenu(keeping),
    ];
    this.items = new ItemNotes(byId("item-notes"), desk, matchId);
    const { signal } = this.#listening;
    byId("undo").addEventListener("click", () => this.#takeBack(), { signal });
    byId("renew").addEventListener("click", () => this.#renewNow(), { signal });
    desk.addEventListener("overtaken", ({ detail }) => detail === matchId && toast("Somebody else changed this score. What you see is theirs."), { signal });
    stayAwake(signal);
  }

  /** Makes a change to the score: it is stored, shown and sent, and can be undone. */
  step(score) {
    this.#undo.add(this.#desk.score(this.matchId), score);
    this.#desk.write(this.matchId, score);
  }

  show(status) {
    const { matchId } = this;
    const match = this.#desk.match(matchId);
    const score = this.#desk.score(matchId);
    const claim = this.#desk.claims.of(matchId);
    const isKept = claim.mode === "mine" || claim.mode === "lapsed";
    setText(byId("match-title"), match ? `${teamName(match, 1)} – ${teamName(match, 2)}` : titleWithout(this.#desk));
    setText(byId("match-facts"), match ? factsOf(match) : "");
    for (const id of ["halves", "foot"]) byId(id).hidden = !isKept || !match;
    byId("undo").disabled = this.#undo.before(score) === undefined;
    const told = { match, score, claim, status, isKept: isKept && match !== undefined, format: this.#desk.format };
    for (const part of this.#parts) part.show(told);
    this.items.show();
    showSync(this.#desk, told, matchId);
  }

  tick() {
    this.#renewal.tick();
  }

  close() {
    this.#listening.abort();
    for (const part of this.#parts) part.close?.();
    this.items.clear();
  }

  #takeBack() {
    const before = this.#undo.before(this.#desk.score(this.matchId));
    if (!before) return;
    this.#undo.drop();
    this.#desk.write(this.matchId, before);
  }

  async #renewNow() {
    const fault = await this.#renewal.now();
    toast(fault || "The claim is renewed.", fault ? "error" : "success");
  }
}

function factsOf({ court, division, startsAt }) {
  return [court?.name, division?.name, startsAt && momentText(startsAt)].filter(Boolean).join(" · ");
}

function titleWithout({ event }) {
  return event ? "This match isn't in the schedule" : "Loading…";
}
