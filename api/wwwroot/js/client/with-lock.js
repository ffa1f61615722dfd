// Longer than any request that is made under a lock, so a holder that still has the lock after it is frozen, not working.
const patience = 30_000;

/**
 * Runs work in one tab at a time. If the lock's holder doesn't react, the lock is stolen, which the holder notices when it thaws. So the
 * work must tolerate running twice, a long time apart. Without Web Locks, which need HTTPS, each tab works for itself.
 */
export async function withLock(name, work) {
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
