const sizes = [1, 0.9, 0.8, 0.7, 0.62, 0.55, 0.48, 0.42];

/**
 * Makes texts as large as their boxes allow, all of them alike, so that one team doesn't look more important than the other. Words are
 * broken only where the smallest size doesn't help; what even then doesn't fit is cut by the style sheet, with an ellipsis.
 */
export function fit(texts) {
  if (texts.length === 0) return;
  const set = (size, isBroken) => {
    for (const text of texts) {
      text.style.setProperty("--fit", size);
      text.classList.toggle("is-broken", isBroken);
    }
  };
  for (const size of sizes) {
    set(size, false);
    if (texts.every(fits)) return;
  }
  set(sizes.at(-1), true);
}

function fits(text) {
  return text.scrollWidth <= text.clientWidth + 1 && text.scrollHeight <= text.clientHeight + 1;
}
