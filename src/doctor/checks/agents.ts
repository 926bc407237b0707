import type { Check } from "../finding.ts";
import type { Answer } from "../net/fetched.ts";
import { READERS, type ReaderName } from "../user-agents.ts";
import { feedOf, probed, readingOf, type Visit } from "../visit.ts";

const NAMELESS: ReaderName = "a program without a user agent";

/** How one reader fares; nothing where it gets a feed. */
function refusal(visit: Visit, name: ReaderName, answer: Answer): string | undefined {
  if (answer.status !== 200) return `${name} gets ${answer.status}`;
  const { kind } = readingOf(visit, answer);
  if (kind === "page") return `${name} gets a page${isChallenge(answer) ? " that asks for proof of a person" : ""}`;
  return kind === "other" ? `${name} gets something that is no feed` : undefined;
}

/** Pages that Cloudflare, Akamai and their like put in the way. */
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
  const refused = answers.flatMap(({ name, answer }) => refusal(visit, name, answer) ?? []);
  // Where nobody gets a feed, and the doctor neither, the address is at fault and other checks say so.
  return refused.length === answers.length && feedOf(visit) === undefined ? undefined : refused;
}

export const AGENT_CHECKS: readonly Check[] = [
  {
    id: "agents.welcome",
    level: "error",
    summary: "Readers get the feed, whatever they call themselves.",
    why: "The readers named are blocked: all who subscribe with them see nothing, and mostly no reason.",
    how: "Take feed addresses out of bot protection, rate limits by user agent and browser checks; a feed is made for programs.",
    examine: (visit) => refusals(visit, (name) => name !== NAMELESS),
  },
  {
    id: "agents.nameless",
    level: "note",
    summary: "A program that sends no User-Agent gets the feed.",
    why: "Scripts, small readers and some libraries send none.",
    how: "Let feed addresses answer without one.",
    examine: (visit) => refusals(visit, (name) => name === NAMELESS),
  },
];
