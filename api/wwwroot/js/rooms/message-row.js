import { button, element } from "../shared/dom.js";
import { clockText } from "../shared/format.js";
import { text } from "../shared/text.js";

/** A message. `show` says whether it is the reader's own, whether it follows another one of its author, and whether the reader may delete it. */
export function messageRow({ id, by, text: words, postedAt }) {
  const author = element("p", "message-author", by.name);
  const time = element("time", "message-time", clockText(postedAt));
  time.dateTime = postedAt;
  const remove = button("", "button quiet icon-button message-delete");
  remove.setAttribute("aria-label", text("rooms.deleteOf", { name: by.name }));
  remove.title = text("rooms.delete");
  remove.append(element("span", "icon icon-close"));
  Object.assign(remove.dataset, { act: "delete", id });
  const row = element("li", "message", author, element("div", "message-line", element("p", "message-text", words), time, remove));
  return {
    element: row,
    show({ isMine, follows, mayDelete }) {
      row.classList.toggle("is-mine", isMine);
      // Hidden for the eyes only: a screen reader reads each message by itself.
      author.classList.toggle("visually-hidden", follows || isMine);
      row.classList.toggle("follows", follows);
      remove.hidden = !mayDelete;
    },
  };
}
