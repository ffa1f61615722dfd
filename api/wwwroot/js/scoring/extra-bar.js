import { byId, setText } from "../shared/dom.js";
import { clockFace, clockPeriod, minuteOf, minuteText } from "../shared/match-clock.js";
import { isOver } from "../shared/match-status.js";
import { text } from "../shared/text.js";
import { toggled } from "./clock-steps.js";
import { askIncident } from "./incident-dialog.js";
import { IncidentKinds } from "./incident-kinds.js";

/** The clock of a match, unless sets are played, and the button for what happens in it. */
export class ExtraBar {
  #context;
  #kinds = new IncidentKinds();
  #shown = null;
  #listening = new AbortController();

  constructor(context) {
    this.#context = context;
    const { signal } = this.#listening;
    byId("clock-go").addEventListener("click", () => this.#go(), { signal });
    byId("incident").addEventListener("click", () => this.#record(), { signal });
    setText(byId("incident"), text("scoring.incident"));
    // Heard now, they are there when the network isn't. The dialog says so if they are still missing then.
    this.#kinds.load().catch(() => {});
  }

  show(shown) {
    this.#shown = shown;
    const { isKept, rubbers, score, format, clock } = shown;
    byId("extra").hidden = !isKept || rubbers.length > 0 || isOver(score.status);
    if (byId("extra").hidden) return;
    const hasClock = clock !== undefined || !format.isInSets;
    byId("clock").hidden = byId("clock-go").hidden = !hasClock;
    byId("clock").dataset.state = clock?.state ?? "none";
    setText(byId("clock-period"), clock ? clockPeriod(clock, format) : "");
    setText(byId("clock-go"), text(!clock ? "scoring.clock.start" : clock.state === "running" ? "scoring.clock.stop" : clock.state === "ended" ? "scoring.clock.next" : "scoring.clock.goOn"));
    this.tick();
  }

  /** Counts on while the clock runs. */
  tick() {
    const { clock, format } = this.#shown ?? {};
    setText(byId("clock-face"), !clock ? "" : clock.state === "ended" ? minuteText(clock, format) : clockFace(clock, format));
  }

  close() {
    this.#listening.abort();
  }

  #go() {
    const { session, matchId } = this.#context;
    navigator.vibrate?.(15);
    session.writeClock(matchId, toggled(session.clock(matchId), Math.max(session.score(matchId).sets.length, 1)));
  }

  async #record() {
    const { session, matchId } = this.#context;
    // Read now: the minute is that of the tap, not that of the choice.
    const clock = session.clock(matchId);
    const at = clock && clock.state !== "ended" ? { period: clock.period, ...minuteOf(clock, this.#shown.format) } : {};
    const incident = await askIncident({ session, matchId, match: session.match(matchId), kinds: this.#kinds });
    if (incident) session.writeIncident(matchId, { ...incident, ...at });
  }
}
