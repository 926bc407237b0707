import { createHash } from "node:crypto";
import * as z from "zod";
import { ok, type Result } from "../../syntax/result.ts";
import type { Tally } from "../console/tally.ts";
import type { DeskClient } from "../desk-client/desk-client.ts";
import { jsonOf, type ListedPage, listPages } from "../desk-client/desk-lists.ts";
import { type Refusal, refused } from "../desk-client/refusal.ts";
import type { LocalPage } from "./local-article.ts";

/** A page to be sent. `listed` is the newsroom's current version, if there is one. */
export type PagePush = { readonly page: LocalPage; readonly listed?: ListedPage };

/** `removable` are the pages that only the newsroom has, if they are to be deleted. */
export type PagePlan = {
  readonly pushes: readonly PagePush[];
  readonly unchanged: number;
  readonly removable: readonly ListedPage[];
};

/**
 * Compares the pages of the folder with the newsroom's list. A folder without pages does not ask for it, unless pages
 * that the folder does not have are to be deleted.
 */
export async function planPages(
  desk: DeskClient,
  pages: readonly LocalPage[],
  removesMissing: boolean,
): Promise<Result<PagePlan, Refusal>> {
  if (pages.length === 0 && !removesMissing) return ok({ pushes: [], unchanged: 0, removable: [] });
  const listed = new Map<string, ListedPage>();
  for await (const part of listPages(desk)) {
    // A newsroom of an earlier version has no pages.
    if (!part.ok && part.error.status === 404 && pages.length === 0) break;
    if (!part.ok) return part;
    for (const each of part.value) listed.set(each.slug, each);
  }
  const differing = pages.filter(({ slug, hash }) => listed.get(slug)?.hash !== hash);
  const local = new Set(pages.map(({ slug }) => slug));
  return ok({
    pushes: differing.map((page) => {
      const there = listed.get(page.slug);
      return there ? { page, listed: there } : { page };
    }),
    unchanged: pages.length - differing.length,
    removable: removesMissing ? [...listed.values()].filter(({ slug }) => !local.has(slug)) : [],
  });
}

const savedSchema = z.object({ outcome: z.enum(["created", "changed", "unchanged"]) });

/** Sends one page as its author wrote it, unless it was changed at the desk since it was listed. */
export async function pushPage(
  desk: DeskClient,
  { page, listed }: PagePush,
  unsent: ReadonlySet<string>,
  tally: Tally,
): Promise<void> {
  const { file, slug, hash, mediaType, bytes, media } = page;
  const lacking = media.find(({ name }) => unsent.has(name));
  if (lacking) return tally.fail([`${file}: not sent, since media/${lacking.name} could not be`]);
  const step = JSON.stringify([slug, listed?.etag, hash, createHash("sha256").update(bytes).digest("hex")]);
  const reply = await desk.send({
    method: "PUT",
    path: `/desk/pages/${encodeURIComponent(slug)}`,
    headers: {
      "Content-Type": `${mediaType}; charset=utf-8`,
      "Idempotency-Key": `"${createHash("sha256").update(step).digest("hex")}"`,
      ...(listed ? { "If-Match": listed.etag } : { "If-None-Match": "*" }),
    },
    body: bytes,
  });
  if (!reply.ok) return tally.refuse(file, reply.error);
  const saved = savedSchema.safeParse(jsonOf(reply.value.bytes));
  if (saved.success) return tally.done(saved.data.outcome, `${saved.data.outcome} ${file}`);
  tally.refuse(file, refused(`unexpected response from ${desk.origin}: it does not say what was saved`));
}

/** Deletes a page that the folder does not have. */
export async function removePage(desk: DeskClient, { slug, etag }: ListedPage, tally: Tally): Promise<void> {
  const path = `/desk/pages/${encodeURIComponent(slug)}`;
  const reply = await desk.send({ method: "DELETE", path, headers: { "If-Match": etag } });
  if (reply.ok) tally.done("retracted", `deleted pages/${slug}`);
  else tally.refuse(`pages/${slug}`, reply.error);
}

/** Reports what a run would do with pages. */
export function rehearsePages({ pushes, removable }: PagePlan, tally: Tally): void {
  for (const { page, listed } of pushes)
    tally.done(listed ? "changed" : "created", `would ${listed ? "change" : "create"} ${page.file}`);
  for (const { slug } of removable) tally.done("retracted", `would delete pages/${slug}`);
}
