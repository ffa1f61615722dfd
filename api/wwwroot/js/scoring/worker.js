import { sendOutbox } from "../client/background-sync.js";
import { backgroundSync } from "../client/outbox.js";

/**
 * The service worker of the scorekeeper's page. The page and all its files are stored as one version. Every file is checked against its
 * hash in that version, and one version replaces another as a whole, at the next load. The API is never cached.
 *
 * @param version Changes with any of the assets.
 * @param assets Their hashes by path; `score/` is the page itself, whatever event it is opened for.
 */
export function openShell(version, assets) {
  const worker = /** @type {ServiceWorkerScope} */ (/** @type {unknown} */ (self));
  const root = new URL("./", worker.location.href);
  const family = `livefeed-shell ${root.pathname} `;
  const name = family + version;
  const at = (path) => new URL(path, root).href;

  worker.addEventListener("install", (event) => event.waitUntil(fill()));
  worker.addEventListener("activate", (event) => event.waitUntil(deleteOtherCaches()));
  worker.addEventListener("message", (event) => event.data === "take over" && event.waitUntil(takeOver()));
  worker.addEventListener("sync", (event) => event.tag === backgroundSync && event.waitUntil(sendOutbox()));
  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== root.origin || !pathname.startsWith(root.pathname)) return;
    if (request.mode === "navigate") event.respondWith(kept(at("score/"), request));
    else if (Object.hasOwn(assets, pathname.slice(root.pathname.length))) event.respondWith(kept(request.url, request));
  });

  async function fill() {
    // A version that existed before, as after a rollback, may fill a cache that is in use. That is safe: all files of a version are the
    // same.
    const isNew = !(await caches.has(name));
    const cache = await caches.open(name);
    try {
      await Promise.all(Object.entries(assets).map(async ([path, integrity]) => {
        // A server that is being updated may already serve the next version of a file. Its hash differs, so it is rejected.
        const response = await fetch(at(path), { integrity, cache: "no-cache" });
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        await cache.put(at(path), response);
      }));
    } catch (error) {
      if (isNew) await caches.delete(name);
      throw error;
    }
  }

  async function deleteOtherCaches() {
    const names = await caches.keys();
    // One of these caches may belong to the next version, which is installing or waiting. That version deletes the others when it
    // activates.
    if (worker.registration.installing || worker.registration.waiting) return;
    await Promise.all(names.filter((other) => other.startsWith(family) && other !== name).map((other) => caches.delete(other)));
  }

  // Another open window would get a mix of two versions. Then the takeover waits for a later load.
  async function takeOver() {
    const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
    if (windows.filter(({ url }) => url.startsWith(worker.registration.scope)).length < 2) await worker.skipWaiting();
  }

  // A browser that is short of space deletes all of a site's caches at once. Then every file comes from the network.
  async function kept(url, request) {
    return (await caches.match(url, { cacheName: name })) ?? fetch(request);
  }
}
