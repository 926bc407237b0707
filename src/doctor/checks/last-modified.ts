import { readHttpDate } from "../facts/http-date.ts";
import type { Check } from "../finding.ts";
import { feedOf, goodAnswer, type Visit } from "../visit.ts";
import { newestInstant } from "./dates.ts";

const HOUR = 3_600_000;

const header = (visit: Visit, name: string) => goodAnswer(visit)?.headers[name];

export const LAST_MODIFIED_CHECKS: readonly Check[] = [
  {
    id: "last-modified.not-future",
    level: "error",
    summary: "Last-Modified lies in the past.",
    why: "Readers send it back, and a server that compares dates says 304 until then: new entries are not seen. Some caches ignore it.",
    how: "Send the time of the last change, never later than Date.",
    examine: (visit) => {
      const modified = readHttpDate(header(visit, "last-modified") ?? "");
      if (modified === undefined) return undefined;
      return modified > visit.now + HOUR ? [`Last-Modified: ${header(visit, "last-modified")}`] : [];
    },
  },
  {
    id: "last-modified.moves",
    level: "warning",
    summary: "Last-Modified is no older than the newest entry.",
    why: "Readers that go by the date get 304 although there is something new.",
    how: "Let it be the last change of the bytes.",
    examine: (visit) => {
      const feed = feedOf(visit);
      const [modified, newest] = [readHttpDate(header(visit, "last-modified") ?? ""), feed && newestInstant(feed)];
      if (modified === undefined || newest === undefined || newest > visit.now) return undefined;
      return modified < newest - 24 * HOUR
        ? [`Last-Modified: ${header(visit, "last-modified")}, and an entry of ${new Date(newest).toISOString()}`]
        : [];
    },
  },
];
