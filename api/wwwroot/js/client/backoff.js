/** Pauses that grow with every failure, each with jitter: clients that failed together must not return together. */
export class Backoff {
  #first;
  #longest;
  #failures;

  constructor(first, longest, failures = 0) {
    this.#first = first;
    this.#longest = longest;
    this.#failures = failures;
  }

  next() {
    const whole = Math.min(this.#first * 2 ** this.#failures, this.#longest);
    this.#failures++;
    return whole * (0.5 + Math.random() / 2);
  }

  reset() {
    this.#failures = 0;
  }
}

const longestAsked = 25_000;

/**
 * Returns a pause that somebody else asked for, such as in `Retry-After`, with a limit: a proxy may ask for a month and work again in a minute.
 * Above the limit the pause has jitter: all clients got the same value.
 */
export function askedPause(milliseconds) {
  return milliseconds <= longestAsked ? milliseconds : longestAsked * (0.5 + Math.random() / 2);
}

/**
 * Waits; ends early, without an error, when one of the signals is aborted.
 *
 * @returns {Promise<void>}
 */
export function pause(milliseconds, ...signals) {
  const any = AbortSignal.any(signals);
  if (any.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    any.addEventListener("abort", done, { once: true });
    function done() {
      clearTimeout(timer);
      any.removeEventListener("abort", done);
      resolve();
    }
  });
}
