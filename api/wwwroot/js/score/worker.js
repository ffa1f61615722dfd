import { sendOutbox } from "../client/outbox-once.js";
import { backgroundSync } from "../client/outbox.js";

// With an icon of its own, because a browser would look for one at a place where there is none.
const updating = '<!doctype html><html lang="en"><title>LiveFeed</title><link rel="icon" href="data:,"><p>Updating…</p></html>';

/**
 * The service worker of the scorekeeper's page. The page and all it is made of are kept as one version: every file is checked against the
 * hash by which the version knows it, and a version replaces another as a whole, at the next load. The API is never kept.
 *
 * @param version Changes with any of the assets.
 * @param assets Their hashes by path; `score/` is the page itself, whatever event it is opened for.
 */
export function openShell(version, assets) {
  const root = new URL("./", self.location.href);
  const family = `livefeed-shell ${root.pathname} `;
  const name = family + version;
  const at = (path) => new URL(path, root).href;

  addEventListener("install", (event) => event.waitUntil(fill()));
  addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
  addEventListener("message", ({ data }) => data === "take over" && skipWaiting());
  addEventListener("sync", (event) => event.tag === backgroundSync && event.waitUntil(sendOutbox()));
  addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== root.origin || !pathname.startsWith(root.pathname)) return;
    if (request.mode === "navigate") event.respondWith(page(request));
    else if (Object.hasOwn(assets, pathname.slice(root.pathname.length))) event.respondWith(kept(request.url, request));
  });

  async function fill() {
    const cache = await caches.open(name);
    try {
      await Promise.all(Object.entries(assets).map(async ([path, integrity]) => {
        // A server that is being updated may already give the next version of a file: that has another hash, and isn't taken.
        const answer = await fetch(at(path), { integrity, cache: "no-cache" });
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
        await cache.put(at(path), answer);
      }));
    } catch (error) {
      await caches.delete(name);
      throw error;
    }
  }

  async function forgetOthers() {
    const names = await caches.keys();
    await Promise.all(names.filter((other) => other.startsWith(family) && other !== name).map((other) => caches.delete(other)));
  }

  async function page(request) {
    // A new version is ready, and no other window would be left half of each: it takes over, and the browser asks once more.
    if (registration.waiting && (await clients.matchAll()).length < 2) {
      registration.waiting.postMessage("take over");
      // A worker that is asked without a pause would never be free to go.
      return new Response(updating, { headers: { "Content-Type": "text/html; charset=utf-8", Refresh: "1" } });
    }

    return kept(at("score/"), request);
  }

  // Browsers that are short of space forget all of a site at once: then the network has all of it.
  async function kept(url, request) {
    return (await caches.match(url, { cacheName: name })) ?? fetch(request);
  }
}
