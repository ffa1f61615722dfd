/** Lets an open menu close as people expect: by a click beside it, and by Escape. */
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
