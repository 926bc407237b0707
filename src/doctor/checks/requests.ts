import type { Check } from "../finding.ts";
import type { Answer } from "../net/fetched.ts";
import { feedOf, goodAnswer, hasSteadyValidators, type ProbeName, probed, readingOf, type Visit } from "../visit.ts";

/** The fields by which HEAD is to say what GET would (RFC 9110 section 9.3.2). */
const COMPARED: readonly string[] = ["content-type", "cache-control"];
const COMPARED_IF_STEADY: readonly string[] = [...COMPARED, "etag", "last-modified"];

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
    summary: "HEAD answers as GET does, without a body.",
    why: "rsstail, link checkers and some planets ask with HEAD first, and stop at 405.",
    how: "Answer HEAD with the status and the header fields of GET.",
    examine: (visit) => {
      const [get, head] = [goodAnswer(visit), probed(visit, "head")];
      if (!get || !head) return undefined;
      if (head.status !== get.status) return [`GET gets ${get.status}, HEAD ${head.status}`];
      const compared = hasSteadyValidators(visit) ? COMPARED_IF_STEADY : COMPARED;
      const differing = compared.filter((name) => head.headers[name] !== get.headers[name]);
      const body = head.hasForbiddenBody ? ["a body follows the answer to HEAD"] : [];
      return [...body, ...differing.map((name) => `HEAD has ${name}: ${head.headers[name]}, GET ${get.headers[name]}`)];
    },
  },
  {
    id: "accept.any",
    level: "error",
    summary: "A feed's address gives a feed, whatever Accept says.",
    why: "Readers list the types they know in many ways; those named get an error, or a page instead of a feed.",
    how: "Negotiate at an address of its own, with Vary: Accept; let the feed's own address always give the feed.",
    examine: (visit) => {
      if (!feedOf(visit)) return undefined;
      const asked: readonly (readonly [ProbeName, string])[] = [
        ["accept-feed", "Accept with feed types"],
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
        return [`${said} gets ${answer.status === 200 ? "something that is no feed" : answer.status}`];
      });
    },
  },
  {
    id: "navigation.readable",
    level: "note",
    summary: "A person who opens the feed in a browser sees a page, not code.",
    why: "Browsers show feeds as raw text or download them; people take it for an error. XSLT is leaving the browsers.",
    how: "Answer Sec-Fetch-Dest: document with a page that says what a feed is and shows the address to copy.",
    examine: (visit) => {
      const answer = feedOf(visit) && probed(visit, "navigation");
      return answer && (answer.status === 200 && isFeed(visit, answer) ? ["a navigation gets the raw feed"] : []);
    },
  },
  {
    id: "navigation.uncached",
    level: "error",
    summary: "The page for people never gets into a cache that serves readers.",
    why: "A CDN that stores the page under the feed's address hands it to every reader behind it.",
    how: "Send the page with Cache-Control: private, no-store and Vary: Sec-Fetch-Dest.",
    examine: (visit) => {
      const answer = feedOf(visit) && probed(visit, "navigation");
      if (answer?.status !== 200 || isFeed(visit, answer)) return undefined;
      const isPrivate = /\b(?:private|no-store)\b/i.test(answer.headers["cache-control"] ?? "");
      const varies = variesBy(answer, "sec-fetch-dest") || variesBy(answer, "accept");
      return isPrivate || varies ? [] : ["a browser gets a page that shared caches may keep for readers"];
    },
  },
  {
    id: "delta.sound",
    level: "error",
    summary: "A-IM: feed (RFC 3229) with an unknown tag gets the whole feed.",
    why: "newsboat and feedparser send it: with a part for the whole they lose entries.",
    how: "Answer 226 with IM: feed only where the tag is one you know; else 200 with everything.",
    examine: (visit) => {
      const answer = probed(visit, "delta");
      if (!answer) return undefined;
      return answer.status === 200 ? [] : [`a tag that never was gets ${answer.status}`];
    },
  },
  {
    id: "cors.open",
    level: "note",
    summary: "Programs in browsers may read the feed.",
    why: "Readers that run in the browser get nothing without Access-Control-Allow-Origin, and need a proxy.",
    how: "Send Access-Control-Allow-Origin: *.",
    examine: (visit) => {
      const answer = feedOf(visit)?.form === "json" ? goodAnswer(visit) : undefined;
      return (
        answer && (answer.headers["access-control-allow-origin"] === "*" ? [] : ["no Access-Control-Allow-Origin: *"])
      );
    },
  },
];
