const int32 = /^-?\d{1,10}$/;

/** Reads the plan that this page's address names: `{ ids, unreadable }`; null if it names none. */
export function sharedPlan(search = location.search) {
  const text = new URLSearchParams(search).get("matches");
  if (text === null) return null;
  const parts = text.split(",").map((part) => part.trim()).filter(Boolean);
  const isId = (part) => int32.test(part) && (Number(part) | 0) === Number(part);
  return { ids: [...new Set(parts.filter(isId).map(Number))], unreadable: parts.filter((part) => !isId(part)) };
}

/** Returns the address that shows these matches to anybody. */
export function sharedAddress(page, ids) {
  return `${page}?matches=${ids.join(",")}`;
}
