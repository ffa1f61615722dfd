/** Returns the difference of two lists of ids: `{ added, removed }`. */
export function changes(before, after) {
  const [was, is] = [new Set(before), new Set(after)];
  return { added: after.filter((id) => !was.has(id)), removed: before.filter((id) => !is.has(id)) };
}

/** Merges both sides' changes to their common base. A choice can't conflict: if either side changed it, it is changed. */
export function merged(base, mine, theirs) {
  const { added, removed } = changes(base, mine);
  const gone = new Set(removed);
  return inOrder([...theirs.filter((id) => !gone.has(id)), ...added]);
}

export function isSame(one, other) {
  const { added, removed } = changes(one, other);
  return added.length + removed.length === 0;
}

export function inOrder(ids) {
  return [...new Set(ids)].sort((a, b) => a - b);
}
