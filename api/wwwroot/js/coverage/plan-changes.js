/** What became of a list of ids: `{ added, removed }`. */
export function changes(before, after) {
  const [was, is] = [new Set(before), new Set(after)];
  return { added: after.filter((id) => !was.has(id)), removed: before.filter((id) => !is.has(id)) };
}

/** Both sides' changes to what they had in common. A choice can't be torn between them: whoever changed it, it changed. */
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
