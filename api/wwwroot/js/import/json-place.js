const space = /[ \t\r\n]*/y;
// eslint-disable-next-line no-control-regex -- JSON allows no control characters in strings.
const scalar = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Returns the index of the first character that makes a text invalid JSON. Browsers describe it in different words, and for short texts
 * not at all.
 */
export function brokenAt(text) {
  const open = [];
  let at = 0;
  // The part that must come next: a `value`, the `name` of a member, or the sign `after` a value. With a question mark it may be missing.
  let next = "value";
  for (;;) {
    at += matchAt(space, text, at).length;
    const sign = text[at];
    if (next === "after") {
      if (open.length === 0) return at;
      if (sign === ",") next = open.at(-1) === "{" ? "name" : "value";
      else if (sign === closing(open)) open.pop();
      else return at;
      at++;
    } else if (next.endsWith("?") && sign === closing(open)) {
      open.pop();
      next = "after";
      at++;
    } else if (next.startsWith("name")) {
      const name = sign === '"' ? matchAt(scalar, text, at) : "";
      if (!name) return at;
      at += name.length + matchAt(space, text, at + name.length).length;
      if (text[at] !== ":") return at;
      next = "value";
      at++;
    } else if (sign === "{" || sign === "[") {
      open.push(sign);
      next = sign === "{" ? "name?" : "value?";
      at++;
    } else {
      const value = matchAt(scalar, text, at);
      if (!value) return at;
      next = "after";
      at += value.length;
    }
  }
}

function closing(open) {
  return open.at(-1) === "{" ? "}" : "]";
}

function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
