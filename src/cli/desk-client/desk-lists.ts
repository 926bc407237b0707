import * as z from "zod";
import { ARTICLE_STATES } from "../../model/article-state.ts";
import { PAGE_STATUSES } from "../../model/page.ts";
import { timestamp } from "../../model/schema.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { DeskClient } from "./desk-client.ts";
import { type Refusal, refused } from "./refusal.ts";

const articleSchema = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  /** Missing in the list of an older newsroom. */
  updated: timestamp.optional(),
  state: z.enum(ARTICLE_STATES),
  revision: z.number(),
  hash: z.string(),
  etag: z.string(),
  address: z.url(),
});
const pageSchema = z.object({
  slug: z.string(),
  status: z.enum(PAGE_STATUSES),
  hash: z.string(),
  etag: z.string(),
  address: z.url(),
});
const mediaSchema = z.object({ path: z.string(), name: z.string().optional() });

/** An article as the newsroom lists it. */
export type ListedArticle = z.infer<typeof articleSchema>;

/** A page beside the articles as the newsroom lists it. */
export type ListedPage = z.infer<typeof pageSchema>;

/** A file as the newsroom lists it: its path, and a name that articles may use for it. */
export type ListedMedia = z.infer<typeof mediaSchema>;

const PAGE = 200;
const next = z.url().optional();
const articlePage = z.object({ articles: z.array(articleSchema), next });
const pagePage = z.object({ pages: z.array(pageSchema), next });
const mediaPage = z.object({ media: z.array(mediaSchema), next });

/** Pages of articles in every state, the newest first. The list ends after a refusal. */
export async function* listArticles(desk: DeskClient): AsyncGenerator<Result<readonly ListedArticle[], Refusal>, void> {
  for await (const page of pages(desk, "/desk/articles", articlePage)) yield page.ok ? ok(page.value.articles) : page;
}

/** Parts of the list of pages beside the articles, by their slugs. The list ends after a refusal. */
export async function* listPages(desk: DeskClient): AsyncGenerator<Result<readonly ListedPage[], Refusal>, void> {
  for await (const page of pages(desk, "/desk/pages", pagePage)) yield page.ok ? ok(page.value.pages) : page;
}

/** Pages of files. The list ends after a refusal. */
export async function* listMedia(desk: DeskClient): AsyncGenerator<Result<readonly ListedMedia[], Refusal>, void> {
  for await (const page of pages(desk, "/desk/media", mediaPage)) yield page.ok ? ok(page.value.media) : page;
}

async function* pages<Page extends { readonly next?: string | undefined }>(
  desk: DeskClient,
  path: string,
  schema: z.ZodType<Page>,
): AsyncGenerator<Result<Page, Refusal>, void> {
  let address: string | undefined = `${path}?limit=${PAGE}`;
  while (address !== undefined) {
    const page: Result<Page, Refusal> = await readPage(desk, address, schema);
    yield page;
    if (!page.ok) return;
    // Only the path is used: the newsroom's own origin may differ from the one that was typed, and the token is sent
    // to the typed one only.
    const following: URL | undefined = page.value.next === undefined ? undefined : new URL(page.value.next);
    address = following && following.pathname + following.search;
  }
}

async function readPage<Page>(desk: DeskClient, path: string, schema: z.ZodType<Page>): Promise<Result<Page, Refusal>> {
  const reply = await desk.send({ method: "GET", path, headers: { Accept: "application/json" } });
  if (!reply.ok) {
    const message = `${desk.origin} is not a newsroom: it has no desk`;
    return reply.error.status === 404 ? err({ ...reply.error, message }) : reply;
  }
  const page = schema.safeParse(jsonOf(reply.value.bytes));
  return page.success
    ? ok(page.data)
    : err(refused(`${desk.origin} is not a newsroom: its list does not have the expected form`));
}

/** The value of a JSON text. Undefined if the text is not JSON. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
