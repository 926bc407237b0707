import { isLoopback } from "../../../site/loopback.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import { fewAtOnce } from "../../console/few-at-once.ts";
import type { Progress } from "../../console/progress.ts";
import { openTally } from "../../console/tally.ts";
import type { DeskClient } from "../../desk-client/desk-client.ts";
import { type ListedArticle, listArticles } from "../../desk-client/desk-lists.ts";
import type { Refusal } from "../../desk-client/refusal.ts";
import { readPublicationFacts } from "../../import/publication-facts.ts";
import { type SeedArticle, seedArticles } from "./seed-articles.ts";
import { type SeedFile, seedMedia } from "./seed-media.ts";
import { seedSubscribers } from "./seed-subscribers.ts";

/** Requests that are in progress at the same time. */
const MAX_AT_ONCE = 4;

export type SeedOptions = {
  /** The path of publication.yaml, for the authority of the ids and the sections. */
  readonly publication: string;
  /** In milliseconds since the epoch. */
  readonly now: number;
  readonly progress: Progress;
  readonly stop: AbortSignal;
};

/** What a run has added; the rest was there. */
export type Seeded = { readonly articles: number; readonly subscribers: number; readonly message: string };

export type SeedFailure = { readonly lines: readonly string[] };

/**
 * Fills a newsroom on this machine with articles, files and subscribers. What is there already stays as it is, also if
 * it was changed at the desk since.
 */
export async function seedNewsroom(
  desk: DeskClient,
  { publication, now, progress, stop }: SeedOptions,
): Promise<Result<Seeded, SeedFailure>> {
  if (!isLoopback(new URL(desk.origin).hostname))
    return failed(`${desk.origin} is not a newsroom on this machine. Only such a newsroom is seeded.`);
  const { identity, sections } = readPublicationFacts(publication);
  if (!identity) return failed(`${publication}: expected identity with authority and date`);
  const all = seedArticles({ now, identity, sections, media: seedMedia() });
  const listed = await listAll(desk);
  if (!listed.ok) return failed(listed.error.message);
  const present = new Set(listed.value.map(({ id }) => id));
  // From the oldest to the newest, as a newsroom writes: a feed's archives are closed in the order of arrival.
  const missing = all.filter(({ id }) => !present.has(id)).toReversed();
  const report = await sendAll(desk, missing, progress);
  if (report.failures.length > 0 || report.halt !== undefined)
    return err({ lines: [...report.failures.flat(), ...(report.halt === undefined ? [] : [report.halt])] });
  const subscribers = await seedSubscribers(desk, { sections, stop });
  if (!subscribers.ok) return failed(subscribers.error.message);
  const { total, created } = subscribers.value;
  const isNew = missing.length > 0 || created > 0;
  const message = isNew
    ? `Seeded: ${report.created} articles, ${report.sentMedia} media files and ${created} subscribers are new.`
    : `Already seeded: all ${all.length} articles and ${total} subscribers are there. Nothing was changed.`;
  return ok({ articles: report.created, subscribers: created, message });
}

function failed(line: string): Result<never, SeedFailure> {
  return err({ lines: [line] });
}

async function listAll(desk: DeskClient): Promise<Result<readonly ListedArticle[], Refusal>> {
  const all: ListedArticle[] = [];
  for await (const page of listArticles(desk)) {
    if (!page.ok) return page;
    all.push(...page.value);
  }
  return ok(all);
}

/** Uploads the files that the articles use, and then sends the articles. To send either again changes nothing. */
async function sendAll(desk: DeskClient, articles: readonly SeedArticle[], progress: Progress) {
  const tally = openTally(progress);
  const files = [...new Map(articles.flatMap((article) => article.files).map((file) => [file.name, file])).values()];
  progress.expect(files.length + articles.length);
  const limits = { max: MAX_AT_ONCE, isOver: tally.isOver };
  await fewAtOnce(files, limits, async (file) => {
    const reply = await sendFile(desk, file);
    if (reply.ok) tally.done("sentMedia", `sent ${file.name}`);
    else tally.refuse(file.name, reply.error);
  });
  await fewAtOnce(articles, limits, async (article) => {
    const reply = await sendArticle(desk, article);
    if (reply.ok) tally.done("created", `created ${article.slug} (${article.state})`);
    else tally.refuse(article.slug, reply.error);
  });
  progress.end();
  return tally.report();
}

function sendFile(desk: DeskClient, { name, bytes }: SeedFile) {
  return desk.send({
    method: "POST",
    path: `/desk/media?name=${encodeURIComponent(name)}`,
    headers: { "Content-Type": "application/octet-stream" },
    body: bytes(),
  });
}

function sendArticle(desk: DeskClient, { slug, mediaType, text }: SeedArticle) {
  const headers = { "Content-Type": mediaType === "application/json" ? mediaType : `${mediaType}; charset=utf-8` };
  return desk.send({ method: "PUT", path: `/desk/articles/${encodeURIComponent(slug)}`, headers, body: text });
}
