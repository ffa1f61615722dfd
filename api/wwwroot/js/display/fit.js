const sizes = [1, 0.88, 0.78, 0.69, 0.61, 0.54, 0.48, 0.42, 0.37, 0.32, 0.28, 0.24, 0.2];
// A broken word is acceptable if it makes the texts that much larger.
const worthBreaking = 0.55;

/**
 * Makes texts as large as their boxes allow, all the same size, so that neither team looks more important. If even the smallest size
 * doesn't fit, the style sheet cuts the text with an ellipsis.
 */
export function fit(texts) {
  if (texts.length === 0) return;
  const broken = largest(texts, true);
  const whole = largest(texts, false);
  if (whole === 0 || whole < broken * worthBreaking) set(texts, broken || sizes.at(-1), true);
}

/** Returns the largest size that fits, 0 if none does, and leaves the texts at the last size tried. */
function largest(texts, isBroken) {
  return sizes.find((size) => {
    set(texts, size, isBroken);
    return texts.every(fits);
  }) ?? 0;
}

function set(texts, size, isBroken) {
  for (const text of texts) {
    text.style.setProperty("--fit", size);
    text.classList.toggle("is-broken", isBroken);
  }
}

function fits(text) {
  return text.scrollWidth <= text.clientWidth + 1 && text.scrollHeight <= text.clientHeight + 1;
}
