import { texts as shared } from "../texts/en/shared.js";

const texts = { ...shared };
const plurals = new Intl.PluralRules("en");
const numbers = new Intl.NumberFormat("en");

/** Adds a page's own texts. The page does this before anything else. */
export function addTexts(more) {
  Object.assign(texts, more);
}

/**
 * Returns a text of the catalogue, with values in place of their names in braces. `count` is formatted as a number and, if the text has
 * several forms, selects one of them.
 *
 * @param {TextKey} key Always a whole literal, so that a test can compare keys and catalogue.
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function text(key, values = {}) {
  const entry = texts[key];
  const form = typeof entry === "string" ? entry : entry[plurals.select(Number(values.count))] ?? entry.other;
  return form.replace(/\{(\w+)\}/g, (_, name) => (name === "count" ? numbers.format(Number(values.count)) : `${values[name]}`));
}
