/** Closes an open menu on a click outside it and on Escape, as users expect. */
export function closeOutside(menu, summary = menu.querySelector("summary")) {
  document.addEventListener("click", ({ target }) => {
    if (!menu.contains(target)) menu.open = false;
  });
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    summary.focus();
  });
}
