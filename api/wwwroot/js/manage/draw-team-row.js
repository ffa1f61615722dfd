import { button, element, setText } from "../shared/dom.js";
import { field } from "../shared/form.js";
import { text } from "../shared/text.js";

/** One team of a draw: `team` is `{ id }` of one that the event has, or `{ name }` of a new one. Its fields keep what was typed until it is left out. */
export class DrawTeamRow {
  #place = element("span", "draw-place");

  seed;
  group;
  /** For errors of the team itself. It has no field: the team is left out, or taken from the list again. */
  whole;
  element;

  /** @param {{ id?: number, name: string }} team */
  constructor(team, { onMove, onRemove }) {
    this.team = team;
    this.seed = field({ name: "seed", label: text("draws.seed"), type: "number", min: 1, inputmode: "numeric" });
    this.group = field({ name: "group", label: text("draws.group"), autocomplete: "off" });
    this.seed.input.setAttribute("aria-label", text("draws.seedOf", { team: team.name }));
    this.group.input.setAttribute("aria-label", text("draws.groupOf", { team: team.name }));
    const act = (/** @type {TextKey} */ label, icon, work) => {
      const made = button("", "button quiet icon-button");
      made.setAttribute("aria-label", text(label, { team: team.name }));
      made.append(element("span", `icon ${icon}`));
      made.addEventListener("click", work);
      return made;
    };
    this.up = act("draws.up", "icon-down is-up", () => onMove(this, -1));
    this.down = act("draws.down", "icon-down", () => onMove(this, 1));
    this.remove = act("draws.removeTeam", "icon-close", () => onRemove(this));
    const fault = element("p", "error");
    fault.hidden = true;
    this.whole = { name: "", input: this.remove, fault };
    const name = element("span", "draw-name", team.name, ...(team.id === undefined ? [" ", element("span", "pill", text("draws.new"))] : []));
    this.element = element("li", "draw-team", this.#place, name, this.seed.element, this.group.element, element("span", "draw-moves", this.up, this.down, this.remove), fault);
  }

  /** Its fields, named as the server names the places of its errors. */
  fieldsAt(index) {
    this.seed.name = `teams[${index}].seed`;
    this.group.name = `teams[${index}].group`;
    this.whole.name = `teams[${index}]`;
    setText(this.#place, `${index + 1}`);
    return [this.seed, this.group, this.whole];
  }

  /** As a draw takes it. */
  get value() {
    const [seed, group] = [this.seed.input.value, this.group.input.value.trim()];
    const { id, name } = this.team;
    return { ...(id === undefined ? { name } : { id }), ...(seed && { seed: Number(seed) }), ...(group && { group }) };
  }
}
