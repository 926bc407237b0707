import { parseContentType } from "../../syntax/content-type.ts";
import { type Challenge, challengeIn } from "../challenge/challenge.ts";
import type { Reading } from "../facts/read-document.ts";
import type { Check } from "../finding.ts";
import type { Answer } from "../net/fetched.ts";
import { READERS, type ReaderName } from "../user-agents.ts";
import { answerOf, feedOf, goodAnswer, probed, readingOf, type Visit } from "../visit.ts";

const NAMELESS: ReaderName = "a program without a user agent";

/** What one reader gets instead of the feed, or undefined if it gets the feed. */
function refusalOf(visit: Visit, name: ReaderName, answer: Answer): string | undefined {
  // Its request named the tag of the feed, and the server says that the reader has the feed.
  if (answer.status === 304) return undefined;
  const challenge = challengeIn(answer);
  if (challenge) return `${name} gets a challenge of ${challenge.by} (status ${answer.status})`;
  if (answer.status !== 200) return `${name} gets status ${answer.status}`;
  const reading = readingOf(visit, answer);
  if (reading.kind === "page") return `${name} gets a page`;
  if (reading.kind === "other") return `${name} gets something that is not a feed`;
  return otherFeed(visit, name, answer);
}

/** Compares what two readers would store, and not bytes: a feed may have the time of the request in it. */
function otherFeed(visit: Visit, name: ReaderName, answer: Answer): string | undefined {
  const [plain, own] = [goodAnswer(visit), entriesIn(visit.reading)];
  const theirs = entriesIn(readingOf(visit, answer));
  if (!plain || !own || !theirs) return undefined;
  const [before = "", after = ""] = [plain, answer].map((each) => mediaTypeOf(each));
  if (before !== after) return `${name} gets the feed as ${after || "no media type"} instead of ${before}`;
  const again = probed(visit, "again");
  const ownAgain = again ? entriesIn(readingOf(visit, again)) : own;
  // Ids that change with each request have a rule of their own.
  if (ownAgain === undefined || !isSame(own, ownAgain) || isSame(own, theirs)) return undefined;
  const others = new Set(theirs);
  const missing = own.filter((id) => !others.has(id)).length;
  return `${name} gets another feed: ${theirs.length} entries, without ${missing} of the ${own.length}`;
}

/** The identities of the entries, as most readers know them. */
function entriesIn(reading: Reading): readonly string[] | undefined {
  return reading.kind === "feed" ? reading.feed.entries.map(({ id, link, name }) => id ?? link ?? name) : undefined;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}

function mediaTypeOf({ headers }: Answer): string {
  return parseContentType(headers["content-type"]).mediaType;
}

function refusals(visit: Visit, concerns: (name: ReaderName) => boolean): readonly string[] | undefined {
  const answers = answersTo(visit).filter(({ name }) => concerns(name));
  if (answers.length === 0) return undefined;
  const refused = answers.flatMap(({ name, answer }) => refusalOf(visit, name, answer) ?? []);
  // If no reader gets a feed, nor does the doctor, other checks report the fault of the address.
  return refused.length === answers.length && feedOf(visit) === undefined ? undefined : refused;
}

function answersTo(visit: Visit): readonly { readonly name: ReaderName; readonly answer: Answer }[] {
  return READERS.flatMap(({ name }) => {
    const answer = probed(visit, `as ${name}`);
    return answer ? [{ name, answer }] : [];
  });
}

/** The challenges of a visit, each with those that get it. */
function challenges(visit: Visit): readonly { readonly challenge: Challenge; readonly who: readonly string[] }[] {
  const plain = answerOf(visit);
  const all = [...(plain ? [{ name: "the doctor", answer: plain }] : []), ...answersTo(visit)];
  const met = all.flatMap(({ name, answer }) => {
    const challenge = challengeIn(answer);
    return challenge ? [{ name, challenge }] : [];
  });
  return [...Map.groupBy(met, ({ challenge }) => challenge.by).values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ challenge: first.challenge, who: group.map(({ name }) => name) }] : [];
  });
}

const MAX_WHO = 6;

function listOf(names: readonly string[]): string {
  const rest = names.length - MAX_WHO;
  return names.slice(0, MAX_WHO).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

export const AGENT_CHECKS: readonly Check[] = [
  {
    id: "agents.challenge",
    level: "error",
    summary: "No protection against bots stands between the feed and its readers.",
    why: "A reader is a program: it cannot run the protection's JavaScript or solve its puzzle, so it gets a page in place of the feed. Its subscribers see no entries and mostly no reason, while the feed works in every browser.",
    how: "Exempt the addresses of feeds from the protection.",
    advise: (visit) => challenges(visit)[0]?.challenge.exempt,
    examine: (visit) =>
      answerOf(visit) &&
      challenges(visit).map(({ challenge: { by, sign }, who }) => `${by} (${sign}) turns away ${listOf(who)}`),
  },
  {
    id: "agents.welcome",
    level: "error",
    summary: "Every reader gets the same feed, whatever its User-Agent.",
    why: "The server refuses the named readers, or gives them something else. Their subscribers see no entries or other ones, and mostly no reason.",
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
