import { element } from "../shared/dom.js";
import { checkField, field, selectField } from "../shared/form.js";
import { newId } from "../client/ids.js";
import { text } from "../shared/text.js";

/** @type {[string, TextKey, TextKey][]} */
const kinds = [
  ["singleElimination", "draws.kind.singleElimination", "draws.kind.singleEliminationText"],
  ["doubleElimination", "draws.kind.doubleElimination", "draws.kind.doubleEliminationText"],
  ["roundRobin", "draws.kind.roundRobin", "draws.kind.roundRobinText"],
  ["pools", "draws.kind.pools", "draws.kind.poolsText"],
];

/** What a draw makes, and its options: those that the kind has are shown, and all keep what was typed. */
export class DrawOptions {
  #radios = new Map();
  #kinds;
  #hasPools = false;
  #who = selectField({ name: "fromPools", label: text("draws.who"), options: [{ value: "", text: text("draws.whoTeams") }, { value: "pools", text: text("draws.whoPools") }] });
  #first = field({ name: "fromPools.first", label: text("draws.first"), type: "number", min: 1, value: 2 });
  #sizeBy = selectField({ name: "sizeBy", label: text("draws.size"), options: [{ value: "poolSize", text: text("draws.bySize") }, { value: "poolCount", text: text("draws.byCount") }] });
  #size = field({ name: "poolSize", label: text("draws.number"), type: "number", min: 1, value: 4 });
  #advancing = field({ name: "advancing", label: text("draws.advancing"), hint: text("draws.advancingHint"), type: "number", min: 1 });
  #legs = field({ name: "legs", label: text("draws.legs"), type: "number", min: 1, max: 10, value: 1 });
  #thirdPlace = checkField({ name: "thirdPlace", label: text("draws.thirdPlace") });
  #consolation = checkField({ name: "consolation", label: text("draws.consolation") });
  #resetFinal = checkField({ name: "resetFinal", label: text("draws.resetFinal") });
  #prefix = field({ name: "numberPrefix", label: text("draws.prefix"), hint: text("draws.prefixHint"), maxlength: 8, autocomplete: "off" });
  #firstNumber = field({ name: "firstNumber", label: text("draws.firstNumber"), hint: text("draws.firstNumberHint"), type: "number", min: 0 });
  #pair = element("div", "pair", this.#sizeBy.element, this.#size.element);

  fields = [this.#who, this.#first, this.#size, this.#advancing, this.#legs, this.#thirdPlace, this.#consolation, this.#resetFinal, this.#prefix, this.#firstNumber];
  elements;

  /** `onChange` is called if other fields are shown. */
  constructor(onChange) {
    const name = `kind-${newId().slice(0, 6)}`;
    this.#kinds = element("fieldset", "field draw-kinds", element("legend", "", text("draws.kind")), ...kinds.map(([kind, title, about]) => {
      const radio = Object.assign(element("input"), { type: "radio", name, value: kind, checked: kind === "singleElimination" });
      this.#radios.set(kind, radio);
      return element("label", "check", radio, element("span", "", element("strong", "", text(title)), element("span", "hint", text(about))));
    }));
    const show = () => {
      this.#show();
      onChange();
    };
    for (const one of [this.#kinds, this.#who.input, this.#sizeBy.input]) one.addEventListener("change", show);
    this.#advancing.input.addEventListener("input", show);
    this.elements = [
      this.#kinds, this.#who.element, this.#first.element, this.#pair, this.#advancing.element, this.#legs.element,
      element("div", "", this.#thirdPlace.element, this.#consolation.element, this.#resetFinal.element),
    ];
    this.numbers = element("div", "pair", this.#prefix.element, this.#firstNumber.element);
    this.#show();
  }

  /** Whether the list of teams counts. */
  get isOfTeams() {
    return this.#who.element.hidden || this.#who.input.value === "";
  }

  /** @param {boolean} hasPools Whether the division has pools, whose best may enter a bracket. */
  offerPools(hasPools) {
    this.#hasPools = hasPools;
    this.#show();
  }

  /** As a draw takes them. */
  get values() {
    const isShown = (one) => !one.element.hidden && !one.element.closest("[hidden]");
    const number = (one, name = one.name) => (isShown(one) && one.input.value !== "" ? { [name]: Number(one.input.value) } : {});
    const flag = (one) => (isShown(one) && one.input.checked ? { [one.name]: true } : {});
    const prefix = this.#prefix.input.value.trim();
    return {
      kind: this.#kind,
      ...(!this.isOfTeams && { fromPools: { first: Number(this.#first.input.value) } }),
      ...number(this.#size), ...number(this.#advancing), ...number(this.#legs), ...flag(this.#thirdPlace), ...flag(this.#consolation), ...flag(this.#resetFinal),
      ...(prefix && { numberPrefix: prefix }), ...number(this.#firstNumber),
    };
  }

  get #kind() {
    return [...this.#radios].find(([, radio]) => radio.checked)[0];
  }

  #show() {
    const kind = this.#kind;
    const isPools = kind === "pools";
    const isElimination = kind === "singleElimination" || kind === "doubleElimination";
    const hasBracket = kind === "singleElimination" || (isPools && this.#advancing.input.value !== "");
    this.#who.element.hidden = !isElimination || !this.#hasPools;
    this.#first.element.hidden = this.isOfTeams;
    this.#pair.hidden = this.#advancing.element.hidden = !isPools;
    this.#legs.element.hidden = isElimination;
    this.#thirdPlace.element.hidden = this.#consolation.element.hidden = !hasBracket;
    this.#resetFinal.element.hidden = kind !== "doubleElimination";
    // The server names the place of an error by the member that was sent.
    this.#size.name = this.#sizeBy.input.value;
  }
}
