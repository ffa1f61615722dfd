// Loaded before anything is painted: a screen in a dark hall must not flash white. The theme of a screen is its address's, not the machine's.
(() => {
  const query = new URLSearchParams(location.search);
  const { dataset } = document.documentElement;
  dataset.view = query.has("court") ? "screen" : "chooser";
  if (query.has("court")) dataset.theme = query.get("theme") === "light" ? "light" : "dark";
})();
