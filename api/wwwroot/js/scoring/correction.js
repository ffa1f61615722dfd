import { openDialog } from "../shared/dialog.js";
import { button, element, setText } from "../shared/dom.js";
import { formFault } from "../shared/form.js";
import { teamName } from "../shared/format.js";
import { deciderName } from "../shared/decider.js";
import { inSentence, periodName } from "../shared/match-format.js";
import { withoutPastGame } from "./game-points.js";
import { faultOf } from "./rules.js";
import { isSame, scoreOf, withStatus } from "./score.js";
import { text } from "../shared/text.js";

/**
 * Lets the user correct all sets and the decider, including past ones. Everything else stays as it is. Starts with the current score, or with
 * `from` if it is given.
 */
export async function correctSets({ session, matchId, choices, step }, from = session.score(matchId)) {
  const format = session.formatOf(matchId);
  const match = session.match(matchId);
  const rows = element("div", "correction");
  const fault = formFault();
  const add = button("", "button quiet");
  const addPenalties = button(text("scoring.addPenalties"), "button quiet");
  const remove = button(text("scoring.removeLast"), "button quiet");
  const save = element("button", "button primary", text("scoring.save"));
  const form = element("form", "form", fault.element, rows, element("div", "actions", remove, add, addPenalties, save));
  form.noValidate = true;
  rows.append(element("span"), element("span", "correction-team", teamName(match, 1)), element("span", "correction-team", teamName(match, 2)));
  const lines = [];
  const hasDecider = () => lines.at(-1)?.decider !== undefined;
  const show = () => {
    if (!hasDecider() && lines.length < format.maxPeriods) setText(add, text("scoring.addPeriod", { period: inSentence(periodName(lines.length, format)) }));
    add.hidden = hasDecider() || lines.length >= format.maxPeriods;
    addPenalties.hidden = hasDecider() || !(format.shootOut > 0) || lines.length < format.periods;
    remove.hidden = lines.length <= 1;
  };
  /** @param {{ set?: any, decider?: any }} [line] */
  const put = ({ set = { team1: 0, team2: 0 }, decider } = {}) => {
    const name = decider ? deciderName(decider) : periodName(lines.length, format);
    const inputs = [1, 2].map((team) => pointsInput(`${name}, ${teamName(match, team)}`, (decider ?? set)[`team${team}`]));
    const line = [element("span", "correction-set", name), ...inputs];
    lines.push({ line, inputs, set, decider });
    rows.append(...line);
    show();
  };
  add.addEventListener("click", () => put());
  addPenalties.addEventListener("click", () => put({ decider: { kind: "shootOut", team1: 0, team2: 0 } }));
  remove.addEventListener("click", () => {
    for (const part of lines.pop().line) part.remove();
    show();
  });
  if (from.sets.length === 0) put();
  for (const set of from.sets) put({ set });
  if (from.decider) put({ decider: from.decider });
  const opened = openDialog(text("scoring.correct"), form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const score = withoutPastGame(scoreFrom(lines, from), from, choices.applyTo(format));
    // The server knows nothing of the choices of this device: what is a fault doesn't depend on them.
    const reason = faultOf(score, format);
    fault.show(reason);
    if (!reason) opened.close(score);
  });
  const corrected = await opened.closed;
  if (corrected && !isSame(corrected, session.score(matchId))) step(corrected);
  return corrected;
}

function scoreFrom(lines, from) {
  const sets = lines.filter(({ decider }) => !decider).map(({ inputs, set: { tieBreak } }) => {
    const points = pointsOf(inputs);
    // A tie-break ends a set by one game.
    return tieBreak && Math.abs(points.team1 - points.team2) <= 1 ? { ...points, tieBreak } : points;
  });
  const last = lines.at(-1);
  const decider = last.decider && { ...last.decider, ...pointsOf(last.inputs) };
  // A match without sets, such as a walkover, opens with an empty one to fill in. It is none if it stays empty.
  const isUntouched = from.sets.length === 0 && sets.every(({ team1, team2 }) => team1 === 0 && team2 === 0);
  return withStatus(scoreOf({ ...from, sets: isUntouched ? [] : sets, decider }), from.status === "scheduled" ? "inProgress" : from.status);
}

function pointsOf([one, other]) {
  return { team1: countOf(one), team2: countOf(other) };
}

function pointsInput(label, points) {
  const input = element("input", "points-input");
  Object.assign(input, { inputMode: "numeric", autocomplete: "off", value: points, maxLength: 4, required: true });
  input.setAttribute("aria-label", label);
  input.addEventListener("focus", () => input.select());
  return input;
}

function countOf({ value }) {
  return /^\d{1,4}$/.test(value.trim()) ? Number(value) : NaN;
}
