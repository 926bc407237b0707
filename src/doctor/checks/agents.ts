import type { Check } from "../finding.ts";
import type { Answer } from "../net/fetched.ts";
import { READERS, type ReaderName } from "../user-agents.ts";
import { feedOf, probed, readingOf, type Visit } from "../visit.ts";

const NAMELESS: ReaderName = "a program without a user agent";

/** What one reader gets instead of the feed, or undefined if it gets the feed. */
function refusalOf(visit: Visit, name: ReaderName, answer: Answer): string | undefined {
  if (answer.status !== 200) return `${name} gets status ${answer.status}`;
  const { kind } = readingOf(visit, answer);
  if (kind === "page") return `${name} gets a page${isChallenge(answer) ? " that asks for proof of being human" : ""}`;
  return kind === "other" ? `${name} gets something that is not a feed` : undefined;
}

/** Whether this is a page of a bot protection such as Cloudflare's or Akamai's. */
function isChallenge({ body, headers }: Answer): boolean {
  const start = new TextDecoder().decode(body.subarray(0, 20_000));
  return headers["cf-mitigated"] !== undefined || /challenge|captcha|just a moment|are you human|anubis/i.test(start);
}

function refusals(visit: Visit, concerns: (name: ReaderName) => boolean): readonly string[] | undefined {
  const answers = READERS.flatMap(({ name }) => {
    const answer = concerns(name) ? probed(visit, `as ${name}`) : undefined;
    return answer ? [{ name, answer }] : [];
  });
  if (answers.length === 0) return undefined;
  const refused = answers.flatMap(({ name, answer }) => refusalOf(visit, name, answer) ?? []);
  // If no reader gets a feed, nor does the doctor, other checks report the fault of the address.
  return refused.length === answers.length && feedOf(visit) === undefined ? undefined : refused;
}

export const AGENT_CHECKS: readonly Check[] = [
  {
    id: "agents.welcome",
    level: "error",
    summary: "Every reader gets the feed, whatever its User-Agent.",
    why: "The server blocks the named readers. Their subscribers see no entries, and mostly no reason.",
    how: "Exempt feed addresses from bot protection, browser checks and rate limits by User-Agent. Programs are the audience of a feed.",
    examine: (visit) => refusals(visit, (name) => name !== NAMELESS),
  },
  {
    id: "agents.nameless",
    level: "note",
    summary: "A program that sends no User-Agent gets the feed.",
    why: "Scripts, small readers and some libraries send no User-Agent.",
    how: "Answer requests for feeds without a User-Agent.",
    examine: (visit) => refusals(visit, (name) => name === NAMELESS),
  },
];
