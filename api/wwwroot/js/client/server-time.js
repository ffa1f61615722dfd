// Clocks of computers run up to about 50 millionths fast or slow, and the server's clock may be one of them.
const drift = 1e-4;

let ahead = -Infinity;
let learnedAt = 0;

/**
 * Learns from a time that the server has written: in a header, a snapshot or an entry. It was right or past when it arrived. So the one that is most ahead of
 * this page's own count comes closest, however long others have been on their way.
 *
 * @param {string | null | undefined} time
 */
export function learnServerTime(time) {
  const written = Date.parse(time ?? "");
  const now = performance.now();
  if (Number.isNaN(written) || written - now < latest(now)) return;
  ahead = written - now;
  learnedAt = now;
}

/** The server's time now, in milliseconds of Unix time. Until the server has been heard, the device's own, which may be wrong. */
export function serverNow() {
  const now = performance.now();
  return ahead === -Infinity ? Date.now() : now + latest(now);
}

/** Whether the server has been heard. */
export function knowsServerTime() {
  return ahead !== -Infinity;
}

function latest(now) {
  return ahead - (now - learnedAt) * drift;
}
