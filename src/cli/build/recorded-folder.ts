import type { ContentFaults } from "../../compile/compile-content.ts";
import type { ArticleFacts } from "../../compile/ledger/article-facts.ts";
import { asDeployed } from "../../compile/ledger/deployed-records.ts";
import { withPodcastGuids } from "../../compile/ledger/podcast-guids.ts";
import { recordChanges } from "../../compile/ledger/record-changes.ts";
import { withNavigation } from "../../compile/ledger/record-pages.ts";
import { byOwnTimes } from "../../compile/ledger/record-times.ts";
import type { UsedMedia } from "../../compile/media/used-media.ts";
import type { Ledger } from "../../model/ledger.ts";
import type { Content } from "../../store/files/write/content.ts";
import type { Division } from "../../store/history.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { CompiledFolder } from "./compiled/compiled-folder.ts";
import { type OutputMedia, withoutNames } from "./content-output.ts";
import { unrecorded, unsettled } from "./describe-changes.ts";
import { readLedger } from "./ledger-folder.ts";
import { type PlaceSetting, placeVariants } from "./pictures/place-variants.ts";
import { readDivision } from "./worker-division.ts";

/** Compiled content with what the ledger and the settings say of it. */
export type RecordedFolder = CompiledFolder & { readonly ledger: Ledger; readonly division: Division };

/** The same with the variants of its pictures. */
export type PicturedFolder = Omit<RecordedFolder, "media"> & { readonly media: OutputMedia };

export type RecordedSetting = {
  readonly root: string;
  readonly mode: Content["mode"];
  readonly newsroom: boolean;
  /** `hashOfRenderer()` */
  readonly renderer: string;
  /** Reads the ledger in `root`: `readLedger`, or one that knows what it read before. */
  readonly ledgerOf?: typeof readLedger;
};

/** Adds the ledger. For production it must record every change; in development the changes are added to it here. */
export function withLedger(
  compiled: CompiledFolder,
  { root, mode, newsroom, renderer, ledgerOf = readLedger }: RecordedSetting,
): Result<RecordedFolder, ContentFaults> {
  const { publication, articles, pages, warnings } = compiled;
  const known = ledgerOf(root);
  if (!known.ok) return err({ faults: [known.error], warnings });
  const division = readDivision(root);
  if (!division.ok) return err({ faults: [division.error], warnings });
  const remembered = known.value && newsroom ? withoutContent(known.value.ledger) : known.value?.ledger;
  const recordable = { publication, articles: articles.map(({ facts }) => facts), pages, renderer };
  const { ledger, changes } = recordChanges(remembered, recordable, byOwnTimes(publication), known.value?.joined);
  if (mode === "production") {
    const form = known.value && unsettled(known.value);
    const faults = [...(form ? [form] : []), ...changes.map(unrecorded)];
    if (faults.length > 0) return err({ faults, warnings });
  }
  const served = asDeployed(ledger, recordable.articles);
  const withGuids = withPodcastGuids(publication, ledger.podcasts);
  return ok({
    ...compiled,
    // The links to pages of a newsroom are in its database.
    publication: newsroom ? withGuids : withNavigation(withGuids, pages),
    articles: articles.filter(({ facts }) => !served.leftOut.has(facts.id)),
    media: compiled.media.filter((file) => isUsed(file, served.leftOut)),
    ledger: served.ledger,
    division: division.value,
  });
}

/** What a newsroom takes from the ledger: its articles and pages are in its database. */
function withoutContent({ navigation: _, pageTexts: __, ...ledger }: Ledger): Ledger {
  return { ...ledger, articles: {} };
}

function isUsed({ articles, ofPublication }: UsedMedia, leftOut: ReadonlySet<string>): boolean {
  return ofPublication || !articles.every((id) => leftOut.has(id));
}

/** Makes the variants of pictures. An article that gets none does not name its pictures. */
export async function withVariants(
  recorded: RecordedFolder,
  setting: PlaceSetting,
): Promise<Result<PicturedFolder, ContentFaults>> {
  const { publication, media, warnings } = recorded;
  const facts = recorded.articles.map((article) => article.facts);
  const placed = await placeVariants({ publication, articles: facts, media, warnings }, setting);
  if (!placed.ok) return err({ faults: placed.error, warnings });
  const { onlyWithVariants, ...pictured } = placed.value;
  const articles = recorded.articles.map((article) => ({
    ...article,
    facts: withKnownPictures(article.facts, onlyWithVariants(article.facts)),
    head: () => onlyWithVariants(article.head()),
    read: () => onlyWithVariants(article.read()),
  }));
  return ok({ ...recorded, ...pictured, articles });
}

const shortened = new WeakMap<ArticleFacts, ArticleFacts>();

/** The facts with fewer pictures as an earlier build of this process made them, if they are the same. */
function withKnownPictures(facts: ArticleFacts, kept: ArticleFacts): ArticleFacts {
  if (kept === facts) return facts;
  const before = shortened.get(facts);
  if (before && before.pictures?.length === kept.pictures?.length) return before;
  shortened.set(facts, kept);
  return kept;
}

/** The facts of all articles are in memory. The rest of one is read when a file is written that has it. */
export function contentOf(
  { publication, articles, pages, media, ledger }: Omit<PicturedFolder, "close" | "division">,
  mode: Content["mode"],
): Content {
  const byId = new Map(articles.map((article) => [article.facts.id, article]));
  const compiled = (id: string) => {
    const article = byId.get(id);
    if (!article) throw new Error(`the ledger names ${id}, which was not compiled`);
    return article;
  };
  return {
    mode,
    publication,
    ledger,
    articles: new Map(articles.map(({ facts }) => [facts.id, facts])),
    pages,
    media: withoutNames(media),
    head: (id) => compiled(id).head(),
    read: (id) => compiled(id).read(),
  };
}
