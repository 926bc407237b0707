import * as z from "zod";
import { ARTICLE_STATES } from "../../model/article-state.ts";
import type { DeskClient } from "./desk-client.ts";
import type { Refusal } from "./refusal.ts";

const articleSchema = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  state: z.enum(ARTICLE_STATES),
  revision: z.number(),
  hash: z.string(),
  etag: z.string(),
  address: z.url(),
});
const mediaSchema = z.object({ path: z.string(), name: z.string().optional() });

/** An article as the newsroom lists it. */
export type ListedArticle = z.infer<typeof articleSchema>;

/** A file as the newsroom lists it: its path, and a name that articles may use for it. */
export type ListedMedia = z.infer<typeof mediaSchema>;

const PAGE = 200;
const next = z.url().optional();
const articlePage = z.object({ articles: z.array(articleSchema), next });
const mediaPage = z.object({ media: z.array(mediaSchema), next });

/** Pages of articles in every state, the newest first. After a refusal the list ends. */
export async function* listArticles(desk: DeskClient): AsyncGenerator<readonly ListedArticle[] | Refusal, void> {
  for await (const page of pages(desk, "/desk/articles", articlePage)) yield isRefusal(page) ? page : page.articles;
}

export async function* listMedia(desk: DeskClient): AsyncGenerator<readonly ListedMedia[] | Refusal, void> {
  for await (const page of pages(desk, "/desk/media", mediaPage)) yield isRefusal(page) ? page : page.media;
}

export function isRefusal<Value extends object>(value: Value | Refusal): value is Refusal {
  return "ok" in value && value.ok === false;
}

async function* pages<Page extends { readonly next?: string | undefined }>(
  desk: DeskClient,
  path: string,
  schema: z.ZodType<Page>,
): AsyncGenerator<Page | Refusal, void> {
  let address: string | undefined = `${path}?limit=${PAGE}`;
  while (address !== undefined) {
    const page: Page | Refusal = await readPage(desk, address, schema);
    yield page;
    if (isRefusal(page)) return;
    // Only the path is used: the newsroom's own origin may differ from the one that was typed, and the token is sent to that one only.
    const following: URL | undefined = page.next === undefined ? undefined : new URL(page.next);
    address = following && following.pathname + following.search;
  }
}

async function readPage<Page>(desk: DeskClient, path: string, schema: z.ZodType<Page>): Promise<Page | Refusal> {
  const reply = await desk.send({ method: "GET", path, headers: { Accept: "application/json" } });
  if (!reply.ok)
    return reply.status === 404 ? { ...reply, message: `${desk.origin} is not a newsroom: it has no desk` } : reply;
  const page = schema.safeParse(jsonOf(reply.bytes));
  if (page.success) return page.data;
  return {
    ok: false,
    kind: "refused",
    message: `${desk.origin} is not a newsroom: it has no list of this form`,
    faults: [],
  };
}

/** The value of a JSON text. Undefined if the text is not JSON. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
