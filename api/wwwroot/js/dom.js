// Names come from users, so text goes into the page as text only: nothing here, or anywhere else, writes HTML.

/** An element with a class and children; strings become text. */
export function element(tag, className = "", ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export function byId(id) {
  return document.getElementById(id);
}

/** For when what had the focus goes away and nothing stands for it: keyboards and screen readers go on from here, not from the top. */
export function focusContent() {
  byId("content").focus({ preventScroll: true });
}

/** Sets text where it differs, so that nothing is announced or repainted for no change. Tells whether it did. */
export function setText(node, text) {
  if (node.textContent === text) return false;
  node.textContent = text;
  return true;
}

/** Makes a list's children these, in this order, moving as few as possible. */
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

/** Does something that moves elements about, and gives the focus back to the one that had it. */
export function keepingFocus(work) {
  const focused = document.activeElement;
  work();
  if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true });
}
