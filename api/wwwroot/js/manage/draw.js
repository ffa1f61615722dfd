import { newId } from "../client/ids.js";
import { api } from "../shared/api.js";
import { button, element } from "../shared/dom.js";
import { checkField, field, selectField, setFault, showFaults } from "../shared/form.js";
import { formOf } from "../shared/form-of.js";
import { notice } from "../shared/notice-box.js";
import { pageAddress } from "../shared/page-address.js";
import { problemText } from "../shared/problem-text.js";
import { addTexts, text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { texts } from "../texts/en/draws.js";
import { explainedDrawError } from "./draw-errors.js";
import { DrawOptions } from "./draw-options.js";
import { drawPreview } from "./draw-preview.js";
import { DrawTeams } from "./draw-teams.js";

addTexts(texts);

const another = "new";

/**
 * Draws the matches of a division: the organizer chooses, sees what that makes, and makes it. `opener` is the button that shows it. What was typed stays
 * until the draw is made, also while it is closed.
 */
export function drawSection(context) {
  let schedule = { divisions: [], teams: [] };
  const opener = button(text("draws.open"));
  const failure = element("div", "stack");
  const result = element("div", "stack");
  const division = selectField({ name: "divisionId", label: text("draws.division"), options: [] });
  const name = field({ name: "name", label: text("draws.divisionName"), autocomplete: "off" });
  const addDivision = button(text("draws.addDivision"));
  const newDivision = element("div", "stack", name.element, element("div", "actions", addDivision));
  const add = checkField({ name: "add", label: text("draws.add"), hint: text("draws.addHint") });
  const outdate = () => result.replaceChildren();
  const fields = [];
  const options = new DrawOptions(() => arrange());
  const teams = new DrawTeams(() => arrange());
  const { form, clear } = formOf({
    fields,
    elements: [division.element, newDivision, ...options.elements, teams.element, options.numbers, add.element],
    submit: text("draws.preview"),
    send: preview,
  });
  const card = element("section", "card stack draw", element("div", "", element("h3", "", text("draws.title")), element("p", "facts", text("draws.hint"))), failure, form);
  const root = element("div", "stack", card, result);
  card.hidden = add.element.hidden = newDivision.hidden = true;
  opener.ariaExpanded = "false";
  opener.addEventListener("click", () => toggle(card.hidden));
  division.input.addEventListener("change", choose);
  addDivision.addEventListener("click", makeDivision);
  // What the preview shows must be what is made.
  for (const type of ["input", "change"]) form.addEventListener(type, outdate);

  async function toggle(isOpen) {
    card.hidden = !isOpen;
    opener.ariaExpanded = `${isOpen}`;
    outdate();
    if (isOpen && (await load()) && document.activeElement === opener) division.input.focus();
  }

  /** Reads the divisions and teams. Returns whether it could. */
  async function load(chosen) {
    try {
      schedule = await api.get(`${context.path}/schedule`);
      failure.replaceChildren();
    } catch (error) {
      const again = button(text("shared.tryAgain"));
      again.addEventListener("click", () => load());
      failure.replaceChildren(notice(problemText(error), "error", again));
      return false;
    }
    // What was chosen while the schedule was read counts.
    chosen ??= division.input.value;
    division.input.replaceChildren(...schedule.divisions.map((one) => new Option(one.name, `${one.id}`)), new Option(text("draws.newDivision"), another));
    if ([...division.input.options].some(({ value }) => value === chosen)) division.input.value = chosen;
    choose();
    return true;
  }

  function choose() {
    const chosen = chosenDivision();
    newDivision.hidden = chosen !== undefined;
    add.element.hidden = true;
    add.input.checked = false;
    if (chosen) {
      options.offerPools((chosen.pools ?? []).length > 0);
      teams.open(chosen.id, schedule.teams.filter(({ divisionId }) => divisionId === chosen.id));
    }
    clear();
    arrange();
  }

  function chosenDivision() {
    return schedule.divisions.find(({ id }) => `${id}` === division.input.value);
  }

  function arrange() {
    teams.element.hidden = !options.isOfTeams || chosenDivision() === undefined;
    fields.splice(0, fields.length, division, ...options.fields.filter(({ input }) => !input.closest("[hidden]")), ...(teams.element.hidden ? [] : teams.fields), add);
    outdate();
  }

  async function makeDivision() {
    if (addDivision.ariaDisabled === "true") return;
    addDivision.ariaDisabled = "true";
    setFault(name, name.input.value.trim() ? "" : text("shared.fillIn"));
    try {
      if (!name.input.value.trim()) return;
      const made = await api.post(`${context.path}/divisions`, { name: name.input.value.trim() });
      name.input.value = "";
      toast(text("draws.divisionAdded", { name: made.name }));
      if (await load(`${made.id}`)) division.input.focus();
    } catch (error) {
      if (!showFaults([name], error)) setFault(name, problemText(error));
    } finally {
      addDivision.ariaDisabled = null;
    }
  }

  function bodyOf({ id }) {
    return { divisionId: id, ...options.values, ...(options.isOfTeams && { teams: teams.values }), ...(add.input.checked && { add: true }) };
  }

  async function preview() {
    const chosen = chosenDivision();
    if (!chosen) {
      name.input.focus();
      setFault(name, text("shared.fillIn"));
      return;
    }
    const body = bodyOf(chosen);
    try {
      const drawn = await api.post(`${context.path}/draws/preview`, body);
      const names = new Map(schedule.teams.map((team) => [team.id, team.name]));
      const key = newId();
      const shown = drawPreview(drawn, { nameOf: (id) => names.get(id) ?? "", onMake: () => make(chosen, body, key) });
      result.replaceChildren(element("section", "card", shown.element));
      shown.focus();
    } catch (error) {
      throw explained(error);
    }
  }

  function explained(error) {
    if (error.code === "division_has_matches") add.element.hidden = false;
    return explainedDrawError(error);
  }

  // With the key, a second attempt after a lost response makes nothing twice.
  async function make(chosen, body, key) {
    try {
      const drawn = await api.post(`${context.path}/draws`, body, { headers: { "Idempotency-Key": key } });
      teams.forget(chosen.id);
      card.hidden = true;
      opener.ariaExpanded = "false";
      const see = element("a", "button", text("draws.see"));
      see.href = `${pageAddress("events", context.eventId)}?division=${chosen.id}&${drawn.pools.length > 0 ? "tables" : "brackets"}=1`;
      const done = notice(`${text("draws.made", { count: drawn.matches.length })} ${text("draws.next")}`, "success", see);
      result.replaceChildren(done);
      see.focus();
    } catch (error) {
      const words = explained(error);
      if (showFaults(fields, words)) outdate();
      else {
        result.querySelector(":scope > .notice")?.remove();
        result.append(notice(problemText(words)));
      }
    }
  }

  return { opener, element: root };
}
