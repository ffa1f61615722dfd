import { element, setText } from "../shared/dom.js";

const markFor = 1_800;
const marked = new WeakMap();

/**
 * The numbers of a match in two lines of cells, one line per team. They are changed in place, so that changes can be marked.
 * `tag` is the element type of a cell, and `heads` are the elements before the cells of each line.
 */
export class Numbers {
  #tag;
  #lines;
  #heads;
  #columns = null;

  /**
   * @param {HTMLElement[]} lines
   * @param {{ tag?: keyof HTMLElementTagNameMap, heads?: HTMLElement[] }} [options]
   */
  constructor(lines, { tag = "span", heads } = {}) {
    this.#lines = lines;
    this.#tag = tag;
    this.#heads = heads;
  }

  /** Shows these columns. Returns whether the columns themselves changed, not only their values. */
  show(columns) {
    const before = this.#columns;
    const isNewLayout = layoutOf(before) !== layoutOf(columns);
    if (isNewLayout) this.#layOut(columns);
    this.#columns = columns;
    columns.forEach(({ key, values, tieBreak }, index) => {
      const known = before?.find((column) => column.key === key)?.values ?? [0, 0];
      this.#lines.forEach((line, side) => {
        const cell = line.children[index + (this.#heads ? 1 : 0)];
        const [own, other] = [Number(values[side]), Number(values[1 - side])];
        setText(cell, `${values[side]}${tieBreak && own < other ? `(${tieBreak[`team${side + 1}`]})` : ""}`);
        cell.classList.toggle("is-behind", own < other);
        if (before && values[side] !== known[side]) flash(cell);
      });
    });
    return isNewLayout;
  }

  /** Call this before showing another match, so that its numbers aren't marked as changes. */
  forget() {
    this.#columns = null;
  }

  #layOut(columns) {
    this.#lines.forEach((line, side) => {
      const cells = columns.map(({ kind, key }) => element(this.#tag, `number is-${kind}${key === "penalties" || key === "decider" ? " is-pens" : ""}`));
      line.replaceChildren(...(this.#heads ? [this.#heads[side]] : []), ...cells);
    });
  }
}

function layoutOf(columns) {
  return columns?.map(({ key, label, kind }) => `${key} ${label} ${kind}`).join() ?? null;
}

/** Tints a changed number for a few seconds. The style sheet fades the tint, or not, as the reader prefers. */
function flash(node) {
  clearTimeout(marked.get(node));
  node.classList.add("is-changed");
  marked.set(node, setTimeout(() => node.classList.remove("is-changed"), markFor));
}
