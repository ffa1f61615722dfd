import { button, element } from "../shared/dom.js";
import { areaField, setFault } from "../shared/form.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";

const longest = 2_000;
// The server shows it for five seconds.
const typingEvery = 3_000;

/** Where a message is written. Enter sends it where there is a keyboard; on a phone's, which has no other way to a new line, the button does. */
export class Composer {
  #send;
  #onTyping;
  #typedAt = -Infinity;
  #field = areaField({ name: "text", label: text("rooms.write"), rows: 1, enterkeyhint: "enter" });
  #go = button(text("rooms.send"), "button primary");
  #form;
  #over = element("p", "facts");

  constructor({ send, onTyping }) {
    this.#send = send;
    this.#onTyping = onTyping;
    const { input } = this.#field;
    this.#field.element.querySelector("label").classList.add("visually-hidden");
    input.placeholder = text("rooms.write");
    this.#go.type = "submit";
    this.#form = element("form", "composer", this.#field.element, this.#go);
    this.#form.noValidate = true;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#post();
    });
    input.addEventListener("keydown", (event) => {
      // A key that ends a composition, as of Japanese, sends nothing.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || matchMedia("(pointer: coarse) and (hover: none)").matches) return;
      event.preventDefault();
      this.#post();
    });
    input.addEventListener("input", () => this.#typed());
    this.#over.hidden = true;
    this.element = element("div", "composer-box", this.#form, this.#over);
    this.#form.inert = true;
  }

  /** What is written and not sent. */
  get draft() {
    return this.#field.input.value.trim();
  }

  /** From now on it takes messages. */
  open() {
    this.#form.inert = false;
  }

  /** It takes no more, and says why. */
  close(reason) {
    this.#form.hidden = true;
    this.#over.textContent = reason;
    this.#over.hidden = reason === "";
  }

  #typed() {
    const { input } = this.#field;
    setFault(this.#field, "");
    if (input.value.trim() === "" || performance.now() - this.#typedAt < typingEvery) return;
    this.#typedAt = performance.now();
    this.#onTyping();
  }

  async #post() {
    const { input } = this.#field;
    const words = input.value.trim();
    if (words === "" || this.#form.inert) return input.focus();
    // As the server counts: whole characters.
    const count = [...words].length;
    if (count > longest) return setFault(this.#field, text("rooms.tooLong", { most: longest.toLocaleString("en"), count }));
    input.value = "";
    this.#typedAt = -Infinity;
    input.focus();
    try {
      await this.#send(words);
    } catch (error) {
      // Nobody is signed in any more.
      if (input.value === "") input.value = words;
      setFault(this.#field, problemText(error));
    }
  }
}
