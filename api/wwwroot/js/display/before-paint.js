// Loaded before the first paint: a screen in a dark hall must not flash white. A screen's theme comes from its address, not from the
// machine's settings.
(() => {
  const query = new URLSearchParams(location.search);
  const { dataset } = document.documentElement;
  dataset.view = query.has("court") ? "screen" : "chooser";
  if (query.has("court")) dataset.theme = query.get("theme") === "light" ? "light" : "dark";
})();
