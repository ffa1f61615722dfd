import { withLock } from "./with-lock.js";
import { outboxName } from "./outbox.js";
import { cleared, sendDue } from "./outbox-sender.js";
import { OutboxStore } from "./outbox-store.js";
import { defaultSession, baseUrl } from "./base-url.js";

/** Sends the outbox's due items once, without a page: for a service worker. Rejects if something must be tried again later. */
export async function sendOutbox({ base = baseUrl, session = defaultSession() } = {}) {
  const name = outboxName(base);
  const store = new OutboxStore(name);
  const channel = new BroadcastChannel(name);
  const onChange = () => channel.postMessage("changed");
  try {
    const next = await withLock(name, async () => {
      // The browser reports that the network is back, so items no longer wait for it.
      for (const { number, state, reason } of await store.all())
        if (state === "pending" && reason === "network") await store.change(number, { ...cleared, attempts: 0, retryAt: 0 });
      return sendDue({ store, session, base, signal: new AbortController().signal, onChange, onSent: () => {}, onRecorded: () => {} });
    });
    if (next < Infinity) throw new Error("Something waits to be sent again.");
  } finally {
    channel.close();
    await store.close();
  }
}
