const markFor = 1_800;
const marked = new WeakMap();

/** Tints a changed number for a few seconds. The style sheet fades the tint, or not, as the reader prefers. */
export function flash(node) {
  clearTimeout(marked.get(node));
  node.classList.add("is-changed");
  marked.set(node, setTimeout(() => node.classList.remove("is-changed"), markFor));
}
