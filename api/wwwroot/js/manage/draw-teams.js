import { arrange, button, element, setText } from "../shared/dom.js";
import { newId } from "../client/ids.js";
import { text } from "../shared/text.js";
import { DrawTeamRow } from "./draw-team-row.js";

/** The teams of a draw in their order. Each division has a list of its own, which stays when another one is chosen and this one again. */
export class DrawTeams {
  #lists = new Map();
  // Teams that a list has had: one that was taken out of it stays out.
  #offered = new Map();
  #rows = [];
  #known = [];
  #division = null;
  #onChange;
  #list = element("ol", "draw-teams");
  #none = element("p", "facts", text("draws.noTeams"));
  #moved = element("p", "visually-hidden");
  #paste = element("textarea");

  /** For errors of the list as a whole. */
  whole;
  element;

  /** `onChange` is called if teams were added, moved or left out. */
  constructor(onChange) {
    this.#onChange = onChange;
    this.#moved.setAttribute("aria-live", "polite");
    const fault = element("p", "error");
    fault.hidden = true;
    this.whole = { name: "teams", input: this.#paste, fault };
    const order = button(text("draws.seedInOrder"), "button quiet");
    order.addEventListener("click", () => this.#seed((index) => `${index + 1}`));
    const none = button(text("draws.noSeeds"), "button quiet");
    none.addEventListener("click", () => this.#seed(() => ""));
    const add = button(text("draws.addTeams"));
    add.addEventListener("click", () => this.#add());
    const label = element("label", "", text("draws.paste"));
    const hint = element("p", "hint", text("draws.pasteHint"));
    label.htmlFor = this.#paste.id = `paste-${newId().slice(0, 6)}`;
    hint.id = `${this.#paste.id}-hint`;
    this.#paste.rows = 4;
    this.#paste.setAttribute("aria-describedby", hint.id);
    this.element = element("fieldset", "field draw-list",
      element("legend", "", text("draws.teams")), element("p", "hint", text("draws.teamsHint")), this.#none, this.#list, this.#moved, fault,
      element("div", "actions", order, none), element("div", "field", label, this.#paste, hint), element("div", "actions", add));
  }

  /**
   * Shows the list of a division; at first, all of its teams. Teams that the division gets later are added, and get the names that they have now.
   *
   * @param {number} division
   * @param {{ id: number, name: string }[]} known The teams that the division has.
   */
  open(division, known) {
    this.#division = division;
    this.#known = known;
    const offered = this.#offered.get(division) ?? new Set();
    this.#offered.set(division, offered);
    const later = known.filter(({ id }) => !offered.has(id));
    for (const { id } of later) offered.add(id);
    this.#rows = [...(this.#lists.get(division) ?? []), ...later.map((team) => this.#row(team))];
    this.#lists.set(division, this.#rows);
    this.#arrange();
  }

  /** Forgets the list of a division, after its draw. */
  forget(division) {
    this.#lists.delete(division);
    this.#offered.delete(division);
  }

  /** As a draw takes them. */
  get values() {
    return this.#rows.map((row) => row.value);
  }

  /** The fields of all teams, and of the list. */
  get fields() {
    return [...this.#rows.flatMap((row, index) => row.fieldsAt(index)), this.whole];
  }

  #row(team) {
    return new DrawTeamRow(team, { onMove: (row, by) => this.#move(row, by), onRemove: (row) => this.#remove(row) });
  }

  #arrange() {
    this.#none.hidden = this.#rows.length > 0;
    this.#rows.forEach((row, index) => {
      row.fieldsAt(index);
      row.up.ariaDisabled = index === 0 ? "true" : null;
      row.down.ariaDisabled = index === this.#rows.length - 1 ? "true" : null;
    });
    arrange(this.#list, this.#rows.map((row) => row.element));
  }

  #change() {
    this.#lists.set(this.#division, this.#rows);
    this.#arrange();
    this.#onChange();
  }

  #move(row, by) {
    const at = this.#rows.indexOf(row);
    const to = at + by;
    if (to < 0 || to >= this.#rows.length) return;
    this.#rows = this.#rows.toSpliced(at, 1).toSpliced(to, 0, row);
    this.#change();
    (by < 0 ? row.up : row.down).focus();
    setText(this.#moved, text("draws.moved", { team: row.team.name, place: to + 1, count: this.#rows.length }));
  }

  #remove(row) {
    const at = this.#rows.indexOf(row);
    this.#rows = this.#rows.toSpliced(at, 1);
    this.#change();
    (this.#rows[at] ?? this.#rows.at(-1))?.remove.focus();
    if (this.#rows.length === 0) this.#paste.focus();
  }

  #seed(seedOf) {
    this.#rows.forEach(({ seed }, index) => { seed.input.value = seedOf(index); });
    this.#onChange();
  }

  #add() {
    const keyOf = (name) => name.trim().toLowerCase();
    const listed = new Set(this.#rows.map(({ team }) => keyOf(team.name)));
    const names = this.#paste.value.split("\n").map((line) => line.trim()).filter(Boolean);
    const added = names.filter((name) => !listed.has(keyOf(name)) && listed.add(keyOf(name)))
      .map((name) => this.#row(this.#known.find((team) => keyOf(team.name) === keyOf(name)) ?? { name }));
    this.#paste.value = "";
    this.#rows = [...this.#rows, ...added];
    this.#change();
  }
}
