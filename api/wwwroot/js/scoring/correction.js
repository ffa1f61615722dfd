import { openDialog } from "../shared/dialog.js";
import { button, element, setText } from "../shared/dom.js";
import { formFault } from "../shared/form.js";
import { teamName } from "../shared/format.js";
import { faultOf } from "./rules.js";
import { isSame } from "./score.js";
import { periodName } from "./set-strip.js";
import { text } from "../shared/text.js";

/** Lets the user correct all sets, including past ones. Starts with the current score, or with `from` if it is given. */
export async function correctSets({ session, matchId, step }, from = session.score(matchId)) {
  const { format } = session;
  const match = session.match(matchId);
  const rows = element("div", "correction");
  const fault = formFault();
  const add = button("", "button quiet");
  const remove = button(text("scoring.removeLast"), "button quiet");
  const save = element("button", "button primary", text("scoring.save"));
  const form = element("form", "form", fault.element, rows, element("div", "actions", remove, add, save));
  form.noValidate = true;
  rows.append(element("span"), element("span", "correction-team", teamName(match, 1)), element("span", "correction-team", teamName(match, 2)));
  const lines = [];
  const show = () => {
    setText(add, addText(lines.length, format));
    add.hidden = lines.length >= format.maxPeriods;
    remove.hidden = lines.length <= 1;
  };
  const put = (set = { team1: 0, team2: 0 }) => {
    const name = periodName(lines.length, format);
    const inputs = [1, 2].map((team) => pointsInput(`${name}, ${teamName(match, team)}`, set[`team${team}`]));
    const line = [element("span", "correction-set", name), ...inputs];
    lines.push({ line, inputs });
    rows.append(...line);
    show();
  };
  add.addEventListener("click", () => put());
  remove.addEventListener("click", () => {
    for (const part of lines.pop().line) part.remove();
    show();
  });
  (from.sets.length > 0 ? from.sets : [undefined]).forEach(put);
  const opened = openDialog(text("scoring.correct"), form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const sets = lines.map(({ inputs: [one, two] }) => ({ team1: countOf(one), team2: countOf(two) }));
    const status = from.status === "scheduled" ? "inProgress" : from.status;
    const reason = faultOf({ sets, status }, format);
    fault.show(reason);
    if (!reason) opened.close({ sets, status });
  });
  const corrected = await opened.closed;
  if (corrected && !isSame(corrected, session.score(matchId))) step(corrected);
  return corrected;
}

function addText(index, { sport, setsToWin }) {
  if (sport === "football") return text("scoring.addPenalties");
  return setsToWin ? text("scoring.addSet", { number: index + 1 }) : text("scoring.addPeriod", { number: index + 1 });
}

function pointsInput(label, points) {
  const input = element("input", "points-input");
  Object.assign(input, { inputMode: "numeric", autocomplete: "off", value: points, maxLength: 3, required: true });
  input.setAttribute("aria-label", label);
  input.addEventListener("focus", () => input.select());
  return input;
}

function countOf({ value }) {
  return /^\d{1,3}$/.test(value.trim()) ? Number(value) : NaN;
}
