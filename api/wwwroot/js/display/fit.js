const sizes = [1, 0.88, 0.78, 0.69, 0.61, 0.54, 0.48, 0.42, 0.37, 0.32, 0.28, 0.24, 0.2];
// A broken word is acceptable if it makes the lines that much larger.
const worthBreaking = 0.55;

/**
 * Makes texts as large as their boxes allow, all the same size, so that neither team looks more important. If even the smallest size
 * doesn't fit, the style sheet cuts the text with an ellipsis.
 */
export function fit(lines) {
  if (lines.length === 0) return;
  const broken = largest(lines, true);
  const whole = largest(lines, false);
  if (whole === 0 || whole < broken * worthBreaking) set(lines, broken || sizes.at(-1), true);
}

/** Returns the largest size that fits, 0 if none does, and leaves the texts at the last size tried. */
function largest(lines, isBroken) {
  return sizes.find((size) => {
    set(lines, size, isBroken);
    return lines.every(fits);
  }) ?? 0;
}

function set(lines, size, isBroken) {
  for (const line of lines) {
    line.style.setProperty("--fit", size);
    line.classList.toggle("is-broken", isBroken);
  }
}

function fits(line) {
  return line.scrollWidth <= line.clientWidth + 1 && line.scrollHeight <= line.clientHeight + 1;
}
