import { columnsOf } from "../shared/score-columns.js";
import { byId, element, headCell, setText } from "../shared/dom.js";
import { hasBegun, statusOf } from "../shared/match-status.js";
import { clockText, dayText, teamName, teamsText } from "../shared/format.js";
import { FollowButton } from "./follow.js";
import { clockFace, clockOf, clockPeriod, minuteText } from "../shared/match-clock.js";
import { formatOf } from "../shared/match-format.js";
import { outcomeText } from "../shared/outcome.js";
import { Numbers } from "./numbers.js";
import { isOverdue, phaseText } from "./phase.js";
import { runningGameText } from "./running-game.js";
import { scorekeeperText } from "./row.js";
import { text } from "../shared/text.js";

/** The open match: its score in large figures, its sets, and its details. */
export class MatchView {
  #heading = byId("match-heading");
  #status = element("span", "pill");
  #signed = element("span", "pill", text("shared.signed"));
  #period = element("span");
  #face = element("span", "clock-face");
  #clockLine = element("span", "versus-clock", this.#period, this.#face);
  #clock;
  #format;
  #names = [1, 2].map(() => element("span", "team"));
  #follows;
  #sides;
  #outcome = element("p", "versus-outcome");
  #numbers;
  #heads = [1, 2].map(() => headCell("", "", "row"));
  #header = element("tr");
  #sets;
  #details = byId("match-details");
  #facts = "";
  #shownId = null;

  constructor(favourites) {
    this.#follows = [1, 2].map(() => new FollowButton(favourites, "button quiet icon-button star"));
    const big = [1, 2].map(() => element("span", "big"));
    this.#numbers = new Numbers(big);
    this.#sides = [0, 1].map((side) => element("div", "versus-side", element("p", "versus-name", this.#names[side], this.#follows[side].element), big[side]));
    byId("match-versus").append(element("p", "versus-status", this.#status, this.#signed, this.#clockLine), ...this.#sides, this.#outcome);
    const rows = this.#heads.map(() => element("tr"));
    this.#sets = new Numbers(rows, { tag: "td", heads: this.#heads });
    byId("match-sets").append(element("table", "table sets", element("thead", "", this.#header), element("tbody", "", ...rows)));
  }

  show(shown, { event, now, favourites }) {
    const { match, score } = shown;
    const names = [teamName(match, 1), teamName(match, 2)];
    const status = statusOf(shown);
    const all = columnsOf(score, event, match);
    const columns = all.filter(({ kind }) => kind !== "game");
    const game = all.find(({ kind }) => kind === "game");
    const server = hasBegun(status) ? score.server : undefined;
    if (match.id !== this.#shownId) {
      this.#shownId = match.id;
      this.#numbers.forget();
      this.#sets.forget();
    }

    setText(this.#heading, teamsText(match));
    setText(this.#status, phaseText(shown, event));
    this.#status.dataset.state = hasBegun(status) ? "live" : status;
    this.#signed.hidden = score?.official !== true;
    this.#showClock(clockOf(shown), formatOf(event, match));
    names.forEach((name, side) => {
      setText(this.#names[side], name);
      this.#sides[side].classList.toggle("is-serving", server === side + 1);
      setText(this.#heads[side], name);
      this.#follows[side].show(match[`team${side + 1}`], favourites.has(match[`team${side + 1}`]?.id), false);
      for (const line of [this.#sides[side], this.#heads[side]]) line.classList.toggle("is-winner", score?.winner === side + 1);
    });
    const running = [game && runningGameText(game, match, (one, other) => `${one}–${other}`), server && text("shared.serves", { team: names[server - 1] })];
    setText(this.#outcome, score?.outcome ? outcomeText(match, score.outcome) : running.filter(Boolean).join(" · "));
    this.#outcome.hidden = this.#outcome.textContent === "";
    this.#numbers.show(columns.slice(0, 1));
    const isNewLayout = this.#sets.show(columns.slice(1));
    if (isNewLayout) this.#header.replaceChildren(headCell(text("shared.team")), ...columns.slice(1).map(({ title }) => headCell(title, "number")));
    byId("match-sets").hidden = columns.length < 2;
    this.#list(detailsOf(shown, now));
  }

  /** Counts on while the clock runs. */
  tick() {
    if (this.#clock?.state === "running") setText(this.#face, clockFace(this.#clock, this.#format));
  }

  #showClock(clock, format) {
    this.#clock = clock;
    this.#format = format;
    this.#clockLine.hidden = !clock;
    if (!clock) return;
    this.#clockLine.dataset.state = clock.state;
    setText(this.#period, clockPeriod(clock, format));
    setText(this.#face, clock.state === "ended" ? minuteText(clock, format) : clockFace(clock, format));
  }

  #list(facts) {
    const wanted = JSON.stringify(facts);
    if (this.#facts === wanted) return;
    this.#facts = wanted;
    this.#details.replaceChildren(...facts.map(([term, ...details]) => element("div", "", element("dt", "", term), ...details.map((detail) => element("dd", "", detail)))));
    this.#details.hidden = facts.length === 0;
  }
}

/**
 * What officials do, by the names that the API has for it.
 *
 * @type {Record<string, TextKey>}
 */
const duties = { scorekeeper: "event.duty.scorekeeper", referee: "event.duty.referee", lineJudge: "event.duty.lineJudge", workTeam: "event.duty.workTeam" };

/** An official with the duty; empty if no name is published. */
function officialText({ name, duty }) {
  return name ? text("event.official", { name, duty: duty in duties ? text(duties[duty]) : duty }) : "";
}

function detailsOf(shown, now) {
  const { match, claim } = shown;
  const moment = (time) => `${dayText(time, now)}, ${clockText(time)}`;
  const start = match.startsAt ? moment(match.startsAt) : match.notBefore ? text("event.notBefore", { time: moment(match.notBefore) }) : text("shared.timeNotSet");
  // Every score extends the claim, and the feed doesn't publish each extension.
  const until = claim?.expiresAt && Date.parse(claim.expiresAt) > now ? text("event.scoredUntil", { time: clockText(claim.expiresAt) }) : "";
  return [
    [text("event.start"), start, isOverdue(shown, now) ? text("event.noScoreYet") : ""],
    [text("shared.court"), match.court?.name],
    [text("shared.division"), match.division?.name],
    [text("event.workTeam"), match.workTeam?.name],
    [text("event.officials"), ...(match.officials ?? []).map(officialText)],
    [text("event.scoredByLabel"), scorekeeperText(shown) && claim.claimedBy.name, scorekeeperText(shown) && until],
  ].map((fact) => fact.filter(Boolean)).filter(({ length }) => length > 1);
}
