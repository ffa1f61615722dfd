/** Calls a listener. If it throws, the error is reported like any other error of the page or program, and the caller continues. */
export function callListener(listener, ...values) {
  try {
    listener?.(...values);
  } catch (error) {
    if ("reportError" in globalThis) reportError(error);
    else queueMicrotask(() => { throw error; });
  }
}
