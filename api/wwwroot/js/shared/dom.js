// Names come from users, so text is added to the page as text only: no code here or elsewhere writes HTML.

/**
 * Creates an element with a class and children; strings become text.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className = "", ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** A button that doesn't submit a form. */
export function button(label, className = "button") {
  const made = element("button", className, label);
  made.type = "button";
  return made;
}

/** The heading of a column, or of a row. */
export function headCell(content, className = "", scope = "col") {
  const cell = element("th", className, content);
  cell.scope = scope;
  return cell;
}

export function byId(id) {
  return document.getElementById(id);
}

/** Call this if the focused element goes away without a successor: keyboards and screen readers continue from here, not from the top. */
export function focusContent() {
  byId("content").focus({ preventScroll: true });
}

/** Sets the text if it differs, so that nothing is announced or repainted without a change. Returns whether it did. */
export function setText(node, content) {
  if (node.textContent === content) return false;
  node.textContent = content;
  return true;
}

/** Makes these items the list's children, in this order, moving as few as possible. */
export function arrange(list, items) {
  const wanted = new Set(items);
  for (const child of [...list.children])
    if (!wanted.has(child)) child.remove();
  let at = list.firstElementChild;
  for (const item of items) {
    if (item === at) at = at.nextElementSibling;
    else list.insertBefore(item, at);
  }
}

/**
 * Returns a function that draws in the next frame, once however often it is called before: many entries can arrive between two frames, and
 * only the last state is drawn. Its `cancel` drops a drawing that is due.
 */
export function oncePerFrame(draw) {
  let frame = 0;
  const later = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  };
  return Object.assign(later, {
    cancel() {
      cancelAnimationFrame(frame);
      frame = 0;
    },
  });
}

/** Runs work that moves elements, then restores the focus to the element that had it. */
export function keepingFocus(work) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  work();
  if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true });
}
