import type { Check } from "../finding.ts";
import type { Answer } from "../net/fetched.ts";
import { feedOf, goodAnswer, hasSteadyValidators, type ProbeName, probed, readingOf, type Visit } from "../visit.ts";

/** The fields that HEAD and GET must have in common (RFC 9110 section 9.3.2). */
const COMPARED: readonly string[] = ["content-type", "cache-control"];
const COMPARED_IF_STEADY: readonly string[] = [...COMPARED, "etag", "last-modified"];

/** The seconds between two requests of a run, at most. A server may count down to a change that is due. */
const MAX_SECONDS_BETWEEN = 120;

const LIFETIME = /\b(max-age|s-maxage)=(\d+)/gi;

/** Whether two fields say the same. The lifetimes in Cache-Control may differ by the time between the requests. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  if (one === other || one === undefined || other === undefined) return one === other;
  const rest = (field: string) => field.replace(LIFETIME, "$1");
  const lifetimes = (field: string) => [...field.matchAll(LIFETIME)].map(([, , seconds]) => Number(seconds));
  const others = lifetimes(other);
  return (
    rest(one) === rest(other) &&
    lifetimes(one).every((seconds, index) => Math.abs(seconds - (others[index] ?? seconds)) <= MAX_SECONDS_BETWEEN)
  );
}

const isFeed = (visit: Visit, answer: Answer) => readingOf(visit, answer).kind === "feed";

const variesBy = ({ headers: { vary = "" } }: Answer, name: string) =>
  vary
    .toLowerCase()
    .split(",")
    .some((each) => each.trim() === name || each.trim() === "*");

export const REQUEST_CHECKS: readonly Check[] = [
  {
    id: "head.agrees",
    level: "warning",
    summary: "HEAD gets the same answer as GET, without a body.",
    why: "rsstail, link checkers and some planets send HEAD first, and stop at a 405.",
    how: "Answer HEAD with the status and header fields of GET.",
    examine: (visit) => {
      const [get, head] = [goodAnswer(visit), probed(visit, "head")];
      if (!get || !head) return undefined;
      if (head.status !== get.status) return [`GET gets status ${get.status}, and HEAD ${head.status}`];
      const compared = hasSteadyValidators(visit) ? COMPARED_IF_STEADY : COMPARED;
      const differing = compared.filter((name) => !isSame(head.headers[name], get.headers[name]));
      const body = head.hasForbiddenBody ? ["the answer to HEAD has a body"] : [];
      return [
        ...body,
        ...differing.map(
          (name) =>
            `${name} is ${head.headers[name] ?? "missing"} for HEAD and ${get.headers[name] ?? "missing"} for GET`,
        ),
      ];
    },
  },
  {
    id: "accept.any",
    level: "error",
    summary: "The address of a feed answers with the feed for any Accept field.",
    why: "Readers send many variants of Accept. The named ones get an error, or a page instead of the feed.",
    how: "Negotiate at a separate address, with Vary: Accept, and always serve the feed at its own address.",
    examine: (visit) => {
      if (!feedOf(visit)) return undefined;
      const asked: readonly (readonly [ProbeName, string])[] = [
        ["accept-feed", "the types of feeds in Accept"],
        ["accept-page", "Accept: text/html"],
      ];
      const answers = asked.flatMap(([name, said]) => {
        const answer = probed(visit, name);
        return answer ? [{ name, said, answer }] : [];
      });
      if (answers.length === 0) return undefined;
      return answers.flatMap(({ name, said, answer }) => {
        const isNegotiated = name === "accept-page" && variesBy(answer, "accept");
        if (isNegotiated || (answer.status === 200 && isFeed(visit, answer))) return [];
        return [
          `a request with ${said} gets ${answer.status === 200 ? "something that is not a feed" : `status ${answer.status}`}`,
        ];
      });
    },
  },
  {
    id: "navigation.readable",
    level: "note",
    summary: "A person who opens the feed in a browser sees a page, not code.",
    why: "Browsers show feeds as raw text or download them, and people take that for an error. Browsers are removing XSLT.",
    how: "Answer Sec-Fetch-Dest: document with a page that explains what a feed is and shows the address to copy.",
    examine: (visit) => {
      const answer = feedOf(visit) && probed(visit, "navigation");
      return answer && (answer.status === 200 && isFeed(visit, answer) ? ["a browser gets the raw feed"] : []);
    },
  },
  {
    id: "navigation.uncached",
    level: "error",
    summary: "Shared caches cannot store the page for people under the feed's address.",
    why: "A CDN that stores the page sends it to all readers behind the CDN.",
    how: "Send the page with Cache-Control: private, no-store and Vary: Sec-Fetch-Dest.",
    examine: (visit) => {
      const answer = feedOf(visit) && probed(visit, "navigation");
      if (answer?.status !== 200 || isFeed(visit, answer)) return undefined;
      const isPrivate = /\b(?:private|no-store)\b/i.test(answer.headers["cache-control"] ?? "");
      const varies = variesBy(answer, "sec-fetch-dest") || variesBy(answer, "accept");
      return isPrivate || varies ? [] : ["a browser gets a page that shared caches may store and send to readers"];
    },
  },
  {
    id: "delta.sound",
    level: "error",
    summary: "A request with A-IM: feed (RFC 3229) and an unknown tag gets the whole feed.",
    why: "newsboat and feedparser send such requests. If they get only a part of the feed, they lose entries.",
    how: "Answer 226 with IM: feed only if you know the tag, else 200 with the whole feed.",
    examine: (visit) => {
      const answer = probed(visit, "delta");
      if (!answer) return undefined;
      return answer.status === 200 ? [] : [`an unknown tag gets status ${answer.status}`];
    },
  },
  {
    id: "cors.open",
    level: "note",
    summary: "Programs in browsers may read the feed.",
    why: "Readers in the browser cannot read the feed without Access-Control-Allow-Origin, and need a proxy.",
    how: "Send Access-Control-Allow-Origin: *.",
    examine: (visit) => {
      const answer = feedOf(visit)?.form === "json" ? goodAnswer(visit) : undefined;
      return (
        answer &&
        (answer.headers["access-control-allow-origin"] === "*"
          ? []
          : ["the feed has no Access-Control-Allow-Origin: *"])
      );
    },
  },
];
