const markFor = 1_800;
const marked = new WeakMap();

/** Tints a number that changed for a few seconds; the style sheet lets the tint fade, or not, as the reader prefers. */
export function mark(node) {
  clearTimeout(marked.get(node));
  node.classList.add("is-changed");
  marked.set(node, setTimeout(() => node.classList.remove("is-changed"), markFor));
}
