import { ApiError, connect, type Entry, type FeedState, type Status, type TopicsConnection } from "livefeed-client";

const log: string[] = [];
const one = connect({
  base: "https://scores.example/",
  eventId: "cup",
  matches: [1, 2],
  onState: (state: FeedState) => log.push(...state.matches.map(({ match, score }) => `${match.id} ${score?.sets[0]?.team1 ?? "-"}`)),
  onEntry: (entry: Entry) => log.push(entry.type),
  onUnknown: ({ type, schema }) => log.push(`${type} ${schema ?? 1}`),
  onStatus: ({ code }: Status) => code === "live" && one.close(),
});
const several: TopicsConnection = connect({ topics: ["events/cup"], onUnknown: (entry, topic) => log.push(`${entry.type} ${topic}`) });
several.close();
export const isRejected = (error: unknown) => error instanceof ApiError && error.code === "rate_limited";
// @ts-expect-error An event or topics must be named.
connect({});
