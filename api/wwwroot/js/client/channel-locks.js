import { newId } from "./ids.js";

const objectWithin = 250;
const beat = 5_000;
const patience = 3 * beat;

/**
 * Stands in for `navigator.locks.request`, which browsers have only over HTTPS, as far as SharedFeed needs it. The tabs agree over a channel:
 * who wants the lock says so, and gets it unless the holder, or a tab with a lower id that wants it too, objects. The holder says from time to
 * time that it is there. If nothing is heard of it, the others try to get the lock. For a moment two tabs may hold it, as when one was
 * frozen; then the one with the higher id loses it. So the work must tolerate running twice.
 *
 * @param {string} name
 * @param {{ signal?: AbortSignal, steal?: boolean }} options
 * @param {() => unknown} work
 */
export function request(name, { signal, steal = false }, work) {
  const me = newId();
  const channel = new BroadcastChannel(`${name} lock`);
  const say = (kind) => channel.postMessage({ kind, from: me });
  return new Promise((resolve, reject) => {
    let state = "waiting";
    let timer = 0;
    const become = (next, act, after) => {
      state = next;
      clearTimeout(timer);
      timer = setTimeout(act, after);
    };
    const wait = () => become("waiting", claim, patience);
    const claim = () => {
      become("claiming", hold, objectWithin);
      say("claim");
    };
    const remind = () => {
      become("holding", remind, beat);
      say("held");
    };
    const hold = () => {
      remind();
      Promise.resolve().then(work).then((result) => end(resolve, result), (error) => end(reject, error));
    };
    const end = (settle, value) => {
      if (state === "over") return;
      if (state === "holding") say("free");
      state = "over";
      clearTimeout(timer);
      channel.close();
      settle(value);
    };
    const lose = () => {
      state = "lost";
      end(reject, new DOMException("The lock was stolen.", "AbortError"));
    };
    channel.onmessage = ({ data: { kind, from } }) => {
      const isFirst = me < from;
      if (state === "holding") {
        if (kind === "stolen" || (kind === "held" && !isFirst)) lose();
        else if (kind !== "free") remind();
      } else if (state === "claiming" && kind === "claim" && isFirst) {
        say("claim");
      } else if (kind === "free") {
        // Not all at once.
        become("waiting", claim, 100 * Math.random());
      } else {
        wait();
      }
    };
    const stop = () => state !== "holding" && end(reject, signal.reason);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop);
    if (state === "over") return;
    if (steal) say("stolen");
    if (steal) hold();
    else claim();
  });
}
