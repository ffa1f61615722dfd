const svgNamespace = "http://www.w3.org/2000/svg";
const height = 180;
const margin = { left: 28, right: 8, top: 22, bottom: 8 };
const gap = 12;

/**
 * Draws both teams' points, one set beside the other, one step per update. `nameOf(number)` names a set. The chart is drawn for the box's
 * width, so that the text keeps its size.
 */
export function drawChart(box, lines, { width, title, nameOf }) {
  const chart = shape("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title });
  const most = Math.max(1, ...lines.flat(2));
  const bottom = height - margin.bottom;
  const y = (points) => bottom - (points / most) * (bottom - margin.top);
  for (const tick of ticksTo(most)) {
    chart.append(shape("line", { class: "grid", x1: margin.left, x2: width - margin.right, y1: y(tick), y2: y(tick) }));
    chart.append(label({ class: "tick", x: margin.left - 6, y: y(tick) + 4, "text-anchor": "end" }, tick));
  }

  const steps = lines.map((line) => Math.max(line.length - 1, 4));
  const room = width - margin.left - margin.right - gap * (lines.length - 1);
  const perStep = room / steps.reduce((sum, count) => sum + count, 0);
  let left = margin.left;
  lines.forEach((line, index) => {
    const wide = steps[index] * perStep;
    if (index > 0) chart.append(shape("line", { class: "divider", x1: left - gap / 2, x2: left - gap / 2, y1: 4, y2: bottom }));
    if (lines.length > 1) chart.append(label({ class: "tick", x: left, y: 14 }, wide > 48 ? nameOf(index + 1) : index + 1));
    const step = wide / Math.max(line.length - 1, 1);
    // Drawn last, so that the first team's line lies above the other.
    for (const side of [1, 0]) chart.append(shape("path", { class: `line line-${side + 1}`, d: stairs(line, side, left, step, y) }));
    left += wide + gap;
  });
  box.replaceChildren(chart);
}

function stairs(line, side, left, step, y) {
  const round = (number) => Math.round(number * 10) / 10;
  const [first, ...rest] = line;
  return rest.reduce((path, points, index) => `${path}H${round(left + (index + 1) * step)}V${round(y(points[side]))}`, `M${round(left)} ${round(y(first[side]))}`);
}

function ticksTo(most) {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((size) => most / size <= 4) ?? most;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

function shape(name, attributes) {
  const made = document.createElementNS(svgNamespace, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

function label(attributes, content) {
  const made = shape("text", attributes);
  made.textContent = content;
  return made;
}
