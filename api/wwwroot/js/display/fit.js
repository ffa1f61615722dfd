const sizes = [1, 0.88, 0.78, 0.69, 0.61, 0.54, 0.48, 0.42, 0.37, 0.32, 0.28, 0.24, 0.2];
// A broken word is the lesser evil where it makes texts that much larger.
const worthBreaking = 0.55;

/**
 * Makes texts as large as their boxes allow, all of them alike, so that one team doesn't look more important than the other. What even
 * the smallest size doesn't help is cut by the style sheet, with an ellipsis.
 */
export function fit(texts) {
  if (texts.length === 0) return;
  const broken = largest(texts, true);
  const whole = largest(texts, false);
  if (whole === 0 || whole < broken * worthBreaking) set(texts, broken || sizes.at(-1), true);
}

/** The largest size that fits, 0 for none; leaves the texts in it. */
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
