// Longer than any request that is made under a lock, so that whoever still holds it is frozen and not at work.
const patience = 30_000;

/**
 * Does something in one tab at a time. A lock whose holder doesn't move is taken away, which the holder notices when it thaws: so the
 * work must stand being done twice, long after one another. Without Web Locks, which need HTTPS, each tab works for itself.
 */
export async function exclusively(name, work) {
  const locks = globalThis.navigator?.locks;
  if (!locks) return work();
  const tired = new AbortController();
  const timer = setTimeout(() => tired.abort(), patience);
  const begin = () => {
    clearTimeout(timer);
    return work();
  };
  try {
    return await locks.request(name, { signal: tired.signal }, begin);
  } catch (error) {
    if (!tired.signal.aborted) throw error;
    return locks.request(name, { steal: true }, work);
  }
}
