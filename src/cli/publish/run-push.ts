import { ok, type Result } from "../../syntax/result.ts";
import { fewAtOnce } from "../console/few-at-once.ts";
import type { Progress } from "../console/progress.ts";
import { openTally, type Tally } from "../console/tally.ts";
import type { DeskClient } from "../desk-client/desk-client.ts";
import { type ListedArticle, listArticles } from "../desk-client/desk-lists.ts";
import type { Refusal } from "../desk-client/refusal.ts";
import type { LocalArticle, LocalPage, NamedMedia } from "./local-article.ts";
import { compareWith, mediaOf, type Push, type PushPlan } from "./plan-push.ts";
import { pushArticle } from "./push-article.ts";
import { absentMedia, pushMedia } from "./push-media.ts";
import { planPages, pushPage, rehearsePages, removePage } from "./push-pages.ts";
import type { PushReport } from "./push-report.ts";

export type PushSetting = {
  readonly articles: readonly LocalArticle[];
  readonly pages: readonly LocalPage[];
  readonly mediaFile: (name: string) => string;
  readonly isDryRun: boolean;
  readonly retractMissing?: string;
  readonly restores: boolean;
  /** Whether readers need not notice the changes. */
  readonly isMinor: boolean;
  readonly progress: Progress;
};

/** Requests at the same time. */
const MAX_AT_ONCE = 4;

/** Sends what the newsroom does not have. Reports what was done, also if the run had to end early. */
export async function runPush(desk: DeskClient, setting: PushSetting): Promise<PushReport> {
  const tally = openTally(setting.progress);
  const planned = await planPush(desk, setting);
  if (!planned.ok) return tally.halted(planned.error.message).report();
  const plan = planned.value;
  const reason = setting.retractMissing;
  const retractable = reason === undefined ? [] : plan.retractable;
  tally.count("unchanged", plan.unchanged);
  tally.count("left", plan.missing - retractable.length);
  for (const { file } of plan.held)
    tally.fail([`${file}: retracted at the newsroom; add a retraction to the file, or --restore to publish it again`]);
  const ofPages = await planPages(desk, setting.pages, reason !== undefined);
  if (!ofPages.ok) return tally.halted(ofPages.error.message).report();
  tally.count("unchanged", ofPages.value.unchanged);
  const sent = [...plan.pushes.map(({ article }) => article), ...ofPages.value.pushes.map(({ page }) => page)];
  const absent = await absentMedia(desk, mediaOf(sent));
  if (!absent.ok) return tally.halted(absent.error.message).report();
  const media = absent.value;
  const { pushes: pages, removable } = ofPages.value;
  const steps = [media, plan.pushes, retractable, pages, removable];
  setting.progress.expect(steps.reduce((sum, { length }) => sum + length, 0));
  if (setting.isDryRun) {
    rehearsePages(ofPages.value, tally);
    return rehearse(
      tally,
      media,
      plan.pushes,
      retractable.map(({ slug }) => slug),
    );
  }

  const unsent = new Set<string>();
  await fewAtOnce(media, { max: MAX_AT_ONCE, isOver: tally.isOver }, async (each) => {
    const sent = await pushMedia(desk, each, setting.mediaFile(each.name));
    if (sent.ok) return tally.done("sentMedia", `sent media/${each.name}`);
    unsent.add(each.name);
    tally.refuse(`media/${each.name}`, sent.error);
  });
  await pushAll(desk, plan.pushes, unsent, { tally, isMinor: setting.isMinor });
  if (reason !== undefined)
    await fewAtOnce(retractable, { max: MAX_AT_ONCE, isOver: tally.isOver }, (each) =>
      retractMissing(desk, each, reason, tally),
    );
  await fewAtOnce(pages, { max: MAX_AT_ONCE, isOver: tally.isOver }, (each) => pushPage(desk, each, unsent, tally));
  await fewAtOnce(removable, { max: MAX_AT_ONCE, isOver: tally.isOver }, (each) => removePage(desk, each, tally));
  return tally.report();
}

async function planPush(desk: DeskClient, { articles, restores }: PushSetting): Promise<Result<PushPlan, Refusal>> {
  const comparison = compareWith(articles, { restores, now: Date.now() });
  for await (const page of listArticles(desk)) {
    if (!page.ok) return page;
    comparison.take(page.value);
  }
  return ok(comparison.plan());
}

/**
 * An article may take over the slug of another, and can then be sent only after the other one. So articles that were
 * refused with a conflict are sent again, until a round saves none of them.
 */
async function pushAll(
  desk: DeskClient,
  pushes: readonly Push[],
  unsent: ReadonlySet<string>,
  { tally, isMinor }: { readonly tally: Tally; readonly isMinor: boolean },
): Promise<void> {
  let left = pushes;
  for (;;) {
    const conflicts: { readonly push: Push; readonly refusal: Refusal }[] = [];
    await fewAtOnce(left, { max: MAX_AT_ONCE, isOver: tally.isOver }, async (push) => {
      const { file, media } = push.article;
      const lacking = media.find(({ name }) => unsent.has(name));
      if (lacking) return tally.fail([`${file}: not sent, since media/${lacking.name} could not be`]);
      const pushed = await pushArticle(desk, push, { isMinor });
      if (!pushed.ok) {
        if (pushed.error.status === 409) conflicts.push({ push, refusal: pushed.error });
        else tally.refuse(file, pushed.error);
        return;
      }
      const { outcome, isOther } = pushed.value;
      tally.done(outcome, `${outcome} ${file}`);
      if (isOther)
        tally.warn(
          `${file}: the newsroom compiles it differently from this folder; its publication.yaml may differ, or it has former addresses that the file does not have`,
        );
    });
    if (conflicts.length === 0 || conflicts.length === left.length || tally.isOver()) {
      for (const { push, refusal } of conflicts) tally.refuse(push.article.file, refusal);
      return;
    }
    left = conflicts.map(({ push }) => push);
  }
}

/** Retracts an article that the folder does not have, unless it was changed at the desk since it was listed. */
async function retractMissing(
  desk: DeskClient,
  { slug, etag }: ListedArticle,
  reason: string,
  tally: Tally,
): Promise<void> {
  const reply = await desk.send({
    method: "DELETE",
    path: `/desk/articles/${encodeURIComponent(slug)}`,
    headers: { "Content-Type": "application/json", "If-Match": etag },
    body: JSON.stringify({ reason }),
  });
  if (reply.ok) tally.done("retracted", `retracted ${slug}`);
  else tally.refuse(`articles/${slug}`, reply.error);
}

/** Reports what a run would do. */
function rehearse(
  tally: Tally,
  media: readonly NamedMedia[],
  pushes: readonly Push[],
  slugs: readonly string[],
): PushReport {
  for (const { name } of media) tally.done("sentMedia", `would send media/${name}`);
  for (const { article, listed } of pushes)
    tally.done(listed ? "changed" : "created", `would ${listed ? "change" : "create"} ${article.file}`);
  for (const slug of slugs) tally.done("retracted", `would retract ${slug}`);
  return tally.report();
}
