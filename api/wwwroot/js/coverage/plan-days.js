import { crowded, spanOf } from "./overlaps.js";
import { compareNames } from "../shared/format.js";
import { text } from "../shared/text.js";

const hour = 3_600_000;
const half = hour / 2;
// A match without a known end is drawn with this length.
const usual = hour;

/** Returns the chosen matches by day, as a timeline draws them; `untimed` are those without a start. */
export function planDays(shown) {
  const timed = shown.filter(({ match }) => match.startsAt).map((one) => itemOf(one)).sort((a, b) => a.start - b.start || a.shown.match.id - b.shown.match.id);
  const days = new Map();
  for (const item of timed) {
    const key = new Date(item.start).toDateString();
    days.set(key, [...(days.get(key) ?? []), item]);
  }
  return { days: [...days].map(([key, items]) => dayOf(key, items)), untimed: shown.filter(({ match }) => !match.startsAt) };
}

function itemOf(shown) {
  const { start, end, isOpen } = spanOf(shown.match);
  return { shown, start, end: end > start ? end : start + usual, isOpen: isOpen || end === start };
}

function dayOf(key, items) {
  const from = floorToHalf(items[0].start);
  const until = Math.max(...items.map(({ end }) => end));
  return { key, items, from, to: from + Math.ceil((until - from) / half) * half, courts: inLanes(items), bands: crowded(items.filter(({ isOpen }) => !isOpen)), columns: inColumns(items) };
}

// By the reader's clock: some time zones are half an hour off.
function floorToHalf(time) {
  return new Date(time).setMinutes(new Date(time).getMinutes() < 30 ? 0 : 30, 0, 0);
}

/** Gives each item its `lane`, numbered across all courts; a court with two matches at once has two lanes. */
function inLanes(items) {
  const courts = [...Map.groupBy(items, ({ shown }) => shown.match.court?.name ?? text("coverage.noCourt"))].sort(([a], [b]) => compareNames(a, b));
  let lanes = 0;
  return courts.map(([name, own]) => {
    const { slots, count } = packed(own);
    own.forEach((item, index) => { item.lane = lanes + slots[index]; });
    lanes += count;
    return { name, lane: lanes - count, lanes: count };
  });
}

/** Gives each item its `column` among the `columns` of simultaneous matches; a single match has the full width. */
function inColumns(items) {
  const clusters = [];
  for (const item of items) {
    const last = clusters.at(-1);
    if (last && item.start < last.end) {
      last.items.push(item);
      last.end = Math.max(last.end, item.end);
    } else clusters.push({ items: [item], end: item.end });
  }
  for (const { items: together } of clusters) {
    const { slots, count } = packed(together);
    together.forEach((item, index) => Object.assign(item, { column: slots[index], columns: count }));
  }
  return Math.max(...items.map(({ columns }) => columns));
}

/** Puts items, ordered by their start, into as few slots as possible without overlap. */
function packed(items) {
  const ends = [];
  const slots = items.map(({ start, end }) => {
    const free = ends.findIndex((busyUntil) => busyUntil <= start);
    const slot = free < 0 ? ends.length : free;
    ends[slot] = end;
    return slot;
  });
  return { slots, count: ends.length };
}
