import { columnsOf } from "../shared/score-columns.js";
import { element, setText } from "../shared/dom.js";
import { statusOf } from "../shared/match-status.js";
import { clockText, teamName } from "../shared/format.js";
import { minutesText } from "./plan-text.js";
import { text } from "../shared/text.js";

const minute = 60_000;
const hour = 60 * minute;

/**
 * One day of the plan as a picture. If there is room, time runs from left to right with a lane for each court; on a phone it runs from
 * top to bottom. The style sheet decides, from the numbers that are set here. Readers who can't see it get the same from the list beside it.
 */
export class Timeline {
  #blocks = new Map();
  #now = element("div", "now");
  #day;

  constructor(day, label) {
    this.#day = day;
    const track = element("div", "track", ...hours(day), ...day.courts.map(laneOf), ...day.bands.map((band) => bandOf(band, day)));
    for (const item of day.items) {
      const block = new Block(item, day);
      this.#blocks.set(item.shown.match.id, block);
      track.append(block.element);
    }
    // On a phone the blocks lie over the line, which would otherwise cross out their text.
    track.append(this.#now);
    const picture = element("div", "picture", courtNames(day), track);
    picture.setAttribute("aria-hidden", "true");
    const shortest = Math.min(...day.items.map(({ start, end }) => end - start)) / minute;
    set(picture, { "--span": (day.to - day.from) / minute, "--lanes": day.courts.at(-1).lane + day.courts.at(-1).lanes, "--shortest": Math.max(shortest, 10), "--columns": day.columns });
    this.element = element("div", "timeline", picture);
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "region");
    this.element.setAttribute("aria-label", label);
    this.tick();
  }

  /** Shows the current scores. */
  update(shown, event) {
    for (const one of shown) this.#blocks.get(one.match.id)?.update(one, event);
  }

  /** Moves the line that marks the current time. */
  tick(now = Date.now()) {
    const { from, to } = this.#day;
    this.#now.hidden = now < from || now > to;
    set(this.#now, { "--start": (now - from) / minute });
  }
}

class Block {
  #shown = {};
  #totals = [1, 2].map(() => element("b"));
  #points = [1, 2].map(() => element("span", "points"));

  constructor(item, day) {
    const { match } = item.shown;
    const place = element("span", "block-court", match.court?.name ?? "");
    const rows = [1, 2].map((side) => element("span", "block-team", element("span", "name", teamName(match, side)), this.#points[side - 1], this.#totals[side - 1]));
    this.element = element("div", "block", ...overlapsWithin(item, day), element("span", "block-time", clockText(item.start), place), ...rows);
    this.element.classList.toggle("is-open", item.isOpen);
    this.element.dataset.block = match.id;
    set(this.element, { "--start": (item.start - day.from) / minute, "--length": (item.end - item.start) / minute, "--lane": item.lane, "--column": item.column, "--of": item.columns });
  }

  update({ match, score }, event) {
    if (this.#shown.score === score && this.#shown.event === event && this.#shown.match === match) return;
    this.#shown = { match, score, event };
    this.element.dataset.status = statusOf({ score });
    const columns = columnsOf(score, event, match);
    const current = columns.find(({ kind }) => kind === "current");
    [0, 1].forEach((side) => {
      setText(this.#totals[side], columns.length > 0 ? `${columns[0].values[side]}` : "");
      setText(this.#points[side], current ? `${current.values[side]}` : "");
      this.#totals[side].classList.toggle("is-winner", score?.winner === side + 1);
    });
  }
}

function hours({ from, to }) {
  const step = to - from > 5 * hour ? hour : hour / 2;
  const first = Math.ceil((from - new Date(from).setMinutes(0, 0, 0)) / step) * step + new Date(from).setMinutes(0, 0, 0);
  return Array.from({ length: Math.ceil((to - first) / step) }, (_, index) => {
    const time = first + index * step;
    const tick = element("div", "hour", element("span", "", clockText(time)));
    set(tick, { "--start": (time - from) / minute });
    return tick;
  });
}

function courtNames({ courts }) {
  return element("div", "court-names", ...courts.map(({ name, lane, lanes }) => {
    const box = element("div", "court-name", element("span", "", name));
    set(box, { "--lane": lane, "--of": lanes });
    return box;
  }));
}

function laneOf({ lane, lanes }) {
  const box = element("div", "lane");
  set(box, { "--lane": lane, "--of": lanes });
  return box;
}

function bandOf({ start, end }, { from }) {
  const length = Math.round((end - start) / minute);
  const band = element("div", "band", element("span", "", element("span", "", text("coverage.overlap")), element("span", "", length < 60 ? text("coverage.shortMinutes", { count: length }) : minutesText(length))));
  set(band, { "--start": (start - from) / minute, "--length": length });
  return band;
}

// Hatches, inside the block, the time during which other matches are played too.
function overlapsWithin({ start, end }, { bands }) {
  return bands.filter((band) => band.start < end && band.end > start).map((band) => {
    const mark = element("span", "block-overlap");
    const [first, last] = [Math.max(start, band.start), Math.min(end, band.end)];
    set(mark, { "--from": (first - start) / (end - start), "--share": (last - first) / (end - start) });
    return mark;
  });
}

function set(node, properties) {
  for (const [name, value] of Object.entries(properties)) node.style.setProperty(name, value);
}
