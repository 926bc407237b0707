import * as z from "zod";
import { cleanLine } from "../../model/text.ts";
import { type GhostRenderer, ghostBody } from "../ghost/ghost-body.ts";
import {
  type GhostFacts,
  type GhostUser,
  ghostFlag,
  ghostId,
  ghostTag,
  ghostText,
  ghostUser,
  metaOf,
  personOfUser,
  publicTag,
  userOf,
} from "../ghost/ghost-facts.ts";
import { ghostTimes } from "../times/ghost-times.ts";
import { absoluteAddress, type FeedHead } from "./feed-head.ts";
import { distinctPeople } from "./feed-person.ts";
import type { ImportNote } from "./import-note.ts";
import type { ImportedEntry, ReadEntry } from "./imported-entry.ts";

const postSchema = z.looseObject({
  id: ghostId,
  uuid: ghostText,
  title: ghostText,
  slug: ghostText,
  url: ghostText,
  html: ghostText,
  lexical: ghostText,
  mobiledoc: ghostText,
  markdown: ghostText,
  plaintext: ghostText,
  feature_image: ghostText,
  image: ghostText,
  type: ghostText,
  page: ghostFlag,
  status: ghostText,
  visibility: ghostText,
  locale: ghostText,
  canonical_url: ghostText,
  created_at: z.unknown().optional(),
  updated_at: z.unknown().optional(),
  published_at: z.unknown().optional(),
  custom_excerpt: ghostText,
  excerpt: ghostText,
  codeinjection_head: ghostText,
  codeinjection_foot: ghostText,
  author_id: ghostId.nullish().catch(undefined),
  // Ghost's API has these within the post, and an export in other tables.
  tags: z.array(ghostTag.catch({})).nullish().catch(undefined),
  authors: z.array(ghostUser.catch({})).nullish().catch(undefined),
  primary_author: ghostUser.nullish().catch(undefined),
  author: z.union([ghostUser, ghostId]).nullish().catch(undefined),
  feature_image_alt: ghostText,
  feature_image_caption: ghostText,
  email_only: ghostFlag,
});

type Post = z.infer<typeof postSchema>;

const STATUSES: Readonly<Record<string, ImportedEntry["status"]>> = {
  published: "published",
  scheduled: "scheduled",
  draft: "draft",
};

/**
 * Reads a post or a page of a Ghost export or of Ghost's API. The addresses of an export begin with the placeholder
 * `__GHOST_URL__`, because it does not name the site.
 *
 * @param list the name of the list that has the post: `posts`, or `pages` in an answer of the API
 * @param render renders the source of a post that has no HTML
 */
export async function readGhostPost(
  value: unknown,
  place: string,
  facts: GhostFacts,
  head: FeedHead,
  list: string,
  render: GhostRenderer,
): Promise<ReadEntry> {
  const post = postSchema.safeParse(value).data;
  if (!post) return { kind: "fault", place, message: "no post with an id" };
  const site = (head.site ?? "").replace(/(?<!\/)\/+$/, "");
  const placed = (text: string) => text.replaceAll("__GHOST_URL__", site);
  const status = STATUSES[post.status ?? "published"];
  const link = linkOf(post, site, status);
  const title = cleanLine(post.title ?? "");
  const meta = facts.meta.get(post.id);
  const isPage = list === "pages" || post.type === "page" || post.page === true;
  const leftOut = leftOutAs(post, isPage, meta?.isInMailOnly ?? false);
  if (leftOut !== undefined || status === undefined)
    return {
      kind: "left out",
      what: leftOut ?? `${isPage ? "page" : "post"} that is ${post.status}`,
      title,
      address: link,
    };
  const body = await ghostBody(post, placed, render);
  if (!body.ok) return { kind: "fault", place, message: `"${title}": ${body.error.message}` };
  if (body.value === undefined && status !== "draft") return { kind: "fault", place, message: NO_TEXT };
  const { html = "", notes = [] } = body.value ?? {};
  const base = link ?? head.site;
  const picture = absoluteAddress(placed(post.feature_image ?? post.image ?? ""), head.site);
  const own = metaOf(post);
  const times = ghostTimes(post, status);
  const entry: ImportedEntry = {
    guid: post.uuid ?? post.id,
    link,
    base,
    slug: post.slug ?? undefined,
    title,
    summary: summaryOf(post),
    html,
    ...times,
    status,
    canonical: absoluteAddress(placed(post.canonical_url ?? ""), head.site),
    authors: distinctPeople(authorsOf(post, facts).map((user) => personOfUser(user, site || undefined))),
    tags: tagsOf(post, facts),
    language: post.locale ?? head.language,
    picture:
      picture === undefined
        ? undefined
        : {
            url: picture,
            alternativeText: own.alternativeText ?? meta?.alternativeText,
            caption: own.caption ?? meta?.caption,
          },
    enclosures: [],
    notes: [...times.notes, ...notes, ...injections(post)],
  };
  return { kind: "entry", place, entry, isPage };
}

const NO_TEXT = "no html, lexical or mobiledoc; expected an export with the posts' text";

/** The kind of a post that is neither an article nor a page, in the words of the report. */
function leftOutAs(post: Post, isPage: boolean, isInMailOnly: boolean): string | undefined {
  if (post.status === "sent" || post.email_only || isInMailOnly) return "post sent by e-mail only";
  return post.visibility && post.visibility !== "public"
    ? `${isPage ? "page" : "post"} for ${post.visibility}`
    : undefined;
}

/** The address of the site that an answer of Ghost's API is from, by the address of a published post. */
export function ghostSiteIn(value: unknown): string | undefined {
  const post = postSchema.safeParse(value).data;
  const url = post?.status === "published" && post.url && post.slug ? URL.parse(post.url) : null;
  const own = `${post?.slug}/`;
  if (!url?.protocol.startsWith("http")) return undefined;
  return url.pathname.endsWith(`/${own}`) ? url.origin + url.pathname.slice(0, -own.length) : `${url.origin}/`;
}

/** The address of a post. The API says it for published posts; of drafts, it has the address of a preview. */
function linkOf({ url, slug }: Post, site: string, status: ImportedEntry["status"] | undefined): string | undefined {
  const said = status === "published" && url ? absoluteAddress(url, site || undefined) : undefined;
  return said ?? (slug && site ? absoluteAddress(`${site}/${slug}/`, undefined) : undefined);
}

/**
 * The excerpt that a person wrote. Ghost's API has `excerpt` for every post and fills it with the beginning of the text
 * if `custom_excerpt` is null.
 */
function summaryOf({ custom_excerpt: custom, excerpt, plaintext }: Post): string | undefined {
  if (custom !== undefined) return cleanLine(custom ?? "") || undefined;
  const line = cleanLine(excerpt ?? "");
  return line === "" || cleanLine(plaintext ?? "").startsWith(line) ? undefined : line;
}

function authorsOf(post: Post, facts: GhostFacts): readonly GhostUser[] {
  const named = [...(post.authors ?? []), ...(post.primary_author ? [post.primary_author] : [])];
  const { author } = post;
  const within = [...named, ...(typeof author === "object" && author ? [author] : [])].flatMap(
    (each) => userOf(each) ?? [],
  );
  const related = inOrder(facts.postAuthors.get(post.id), facts.users);
  if (within.length > 0 || related.length > 0) return within.length > 0 ? within : related;
  const single = facts.users.get(post.author_id ?? (typeof author === "string" ? author : ""));
  return single ? [single] : [];
}

function tagsOf(post: Post, facts: GhostFacts): readonly string[] {
  const within = (post.tags ?? []).flatMap((tag) => publicTag(tag) ?? []);
  return [...new Set(within.length > 0 ? within : inOrder(facts.postTags.get(post.id), facts.tags))];
}

function inOrder<T>(relations: readonly [number, string][] = [], values: ReadonlyMap<string, T>): readonly T[] {
  return relations.toSorted(([a], [b]) => a - b).flatMap(([, id]) => values.get(id) ?? []);
}

/** Ghost adds this code to the page of the post. An article has no place for it. */
function injections(post: Post): readonly ImportNote[] {
  const codes = [post.codeinjection_head, post.codeinjection_foot].flatMap((code) =>
    code?.trim() ? [code.trim()] : [],
  );
  return codes.map((code) => ({
    kind: "lost",
    message: "code that Ghost adds to the post's page (code injection) was left out",
    found: code.slice(0, 200),
  }));
}
