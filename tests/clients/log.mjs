/** Reads an event's whole log: `[{ id, json }]`. One entry a page, so that each page's cursor is the id that the stream gives to that entry. */
export async function readLog(server, eventId) {
  const feed = `/api/events/${eventId}/feed`;
  const [epoch] = (await server.get(feed)).cursor.split(".");
  const log = [];
  for (let cursor = `${epoch}.0`, more = true; more;) {
    const page = await server.get(`${feed}?after=${cursor}&limit=1`);
    if (page.reset) throw new Error(`The log can't be read from ${cursor}: ${page.reset}`);
    ({ cursor, more } = page);
    for (const entry of page.entries) log.push({ id: cursor, json: JSON.stringify(entry) });
  }
  return log;
}

/** Compares what a client got, `[{ id, json }]`, with the log: a snapshot, then every later entry once and in order. Returns what is wrong, or null. */
export function findDifference(messages, log) {
  if (messages.length === 0) return "no message";
  const [snapshot, ...entries] = messages;
  const start = log.findIndex(({ id }) => id === snapshot.id);
  const before = log.slice(0, start + 1);
  const wrong = findWrongInSnapshot(JSON.parse(snapshot.json), before);
  if (wrong) return wrong;

  const expected = log.slice(before.length);
  for (const [i, { id, json }] of entries.entries()) {
    const isRepeat = messages.slice(0, i + 1).some((earlier) => earlier.id === id);
    if (isRepeat) return `${id} came twice`;
    if (i >= expected.length) return `${id} is not in the log: ${json}`;
    if (id !== expected[i].id) return `gap: after ${messages[i].id} came ${id} instead of ${expected[i].id}`;
    if (json !== expected[i].json) return `${id} came as ${json} instead of ${expected[i].json}`;
  }
  return entries.length < expected.length ? `nothing after ${messages.at(-1).id}, and the log ends at ${log.at(-1).id}` : null;
}

function findWrongInSnapshot(snapshot, before) {
  if (snapshot.type !== "snapshot" || snapshot.reset) return `the first message is no snapshot, or a reset: ${JSON.stringify(snapshot)}`;
  const latest = new Map(before.map(({ json }) => [JSON.parse(json).key, json]));
  const different = snapshot.entries.find((entry) => JSON.stringify(entry) !== latest.get(entry.key));
  if (different) return `the snapshot has ${JSON.stringify(different)} instead of ${latest.get(different.key)}`;
  return snapshot.entries.length === latest.size ? null : `the snapshot has ${snapshot.entries.length} of ${latest.size} keys`;
}
