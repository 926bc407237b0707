import { baseName, type MediaFacts } from "../../../compile/media/media-facts.ts";
import { ID_BYTES, mintArticleId } from "../../../compile/mint-id.ts";
import { compileSubmission } from "../../../compile/submission/compile-submission.ts";
import { markdownSource } from "../../../compile/submission/markdown-source.ts";
import {
  type ParsedSubmission,
  parseSubmission,
  submissionReferences,
} from "../../../compile/submission/parse-submission.ts";
import type { Submission } from "../../../compile/submission/submission.ts";
import type { Article } from "../../../model/article.ts";
import type { Publication } from "../../../model/publication.ts";
import { MEDIA_PREFIX, PLACEHOLDER_ORIGIN } from "../../../site/addresses.ts";
import type { Expectation, FoundForWriting, Lookup, Saved, StoredMedia } from "../../../store/newsroom.ts";
import { percentDecodeOrKeep } from "../../../syntax/percent.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import { allows } from "../../access/scopes.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { DeskService } from "../../desk-service.ts";
import type { Fault } from "../../fault.ts";
import type { DeskProblem } from "../../problems.ts";
import { failedCondition, statesCondition } from "./article-conditions.ts";
import { describeSaveError, isOvertaken } from "./save-error.ts";
import { OVERTAKEN, tryAgain } from "./try-again.ts";
import { workOfAnother } from "./work-of-another.ts";

/**
 * A row of D1 holds 2 MB. The idempotency record of a save holds the article with longer addresses, and the warnings.
 */
const MAX_BYTES = 1_500_000;

export type SavedSubmission = Saved & { readonly warnings: readonly Fault[] };

/** As `Writing.extraStatements`, with the warnings, which are part of the answer. */
type ExtraStatements = (saved: SavedSubmission) => readonly D1PreparedStatement[];

/**
 * Compiles a submission against the article that is there, and saves it. The newsroom is told the revision of that
 * article. A client that states no condition wants to overwrite what is there, so its save is tried again on a newer
 * revision.
 */
export async function saveSubmission(
  service: DeskService,
  call: DeskCall,
  submission: DeskSubmission,
  extraStatements: ExtraStatements,
): Promise<Result<SavedSubmission, DeskProblem>> {
  const publication = await service.siteFor(call.url.href).store.publication();
  const parsed = parseSubmission(submission);
  const setting = { submission, publication, parsed, lookup: lookupOf(parsed, publication), extraStatements };
  return tryAgain(service, call, (each, tries) => saveOnce(service, each, setting, tries === 1));
}

type DeskSubmission = Submission & { readonly isMinor: boolean };

type SaveSetting = {
  readonly submission: DeskSubmission;
  readonly publication: Publication;
  readonly parsed: ParsedSubmission;
  readonly lookup: Lookup;
  readonly extraStatements: ExtraStatements;
};

async function saveOnce(
  service: DeskService,
  call: DeskCall,
  { submission, publication, parsed, lookup, extraStatements }: SaveSetting,
  isFirst: boolean,
): Promise<Result<SavedSubmission, DeskProblem> | typeof OVERTAKEN> {
  const { newsroom } = service;
  const { access, now, request } = call;
  const found = await newsroom.lookUp(lookup, now);
  const { holder, known } = found;
  const failed = failedCondition(request, known ?? holder);
  if (failed) return err(failed);
  const compiled = compile(service, call, parsed, publication, found);
  if (!compiled.ok) return compiled;
  const { article } = compiled.value;
  const denied = publishProblem(call, known, article);
  if (denied) return err(denied);
  if (holder && !known) return err({ kind: "slug-taken", slug: submission.slug, id: holder.article.id });
  const isBlind = known !== undefined && lookup.id === undefined && !statesCondition(request);
  const replaced = isBlind && isFirst ? await workOfAnother(service, access, known) : [];
  const warnings = [...compiled.value.warnings, ...unseenLinks(lookup, found, parsed), ...replaced];
  const { mediaType, text } = submission;
  const source = mediaType === "application/json" ? markdownSource(parsed, article) : { mediaType, text };
  const expected: Expectation = known ? { kind: "revision", revision: known.revision } : { kind: "absent" };
  const outcome = await found.save(article, source, {
    actor: access.name,
    now,
    isNoticeable: !submission.isMinor && !parsed.isMinor,
    expected,
    extraStatements: (saved) => extraStatements({ ...saved, warnings }),
  });
  if (outcome.ok) return ok({ ...outcome.value, warnings });
  if (isOvertaken(outcome.error, request)) return OVERTAKEN;
  return err(describeSaveError(outcome.error, request, await newsroom.read(submission.slug)));
}

function lookupOf(parsed: ParsedSubmission, { address }: Publication): Lookup {
  const { media, ...references } = submissionReferences(parsed, address);
  const { formerSlugs = [], formerPaths } = parsed.article.read.fields ?? {};
  return { ...references, slug: parsed.slug, formerSlugs, formerPaths, media: media.map(storedName) };
}

function compile(
  service: DeskService,
  { origin, now }: DeskCall,
  parsed: ParsedSubmission,
  publication: Publication,
  { known, media }: FoundForWriting,
): Result<{ readonly article: Article; readonly warnings: readonly Fault[] }, DeskProblem> {
  const compiled = compileSubmission(parsed, {
    publication,
    now,
    known: known?.article,
    mintId: () => mintArticleId(publication.identity, service.randomBytes(ID_BYTES)),
    media: (name) => factsOf(media.get(storedName(name))),
  });
  if (!compiled.ok) return err({ kind: "invalid", ...compiled.error });
  const { warnings } = compiled.value;
  // The fields may have addresses of ours as the service answers with them. They are stored below the stand-in host.
  const json = JSON.stringify(compiled.value.article);
  const isStored = !json.includes(origin);
  const document = isStored ? json : json.replaceAll(origin, PLACEHOLDER_ORIGIN);
  const bytes = new TextEncoder().encode(document).length;
  if (bytes > MAX_BYTES) {
    const expected = `at most ${MAX_BYTES} bytes, once made into HTML; divide the article`;
    return err({ kind: "invalid", faults: [{ pointer: `/${parsed.textMember}`, found: `${bytes} bytes`, expected }] });
  }
  return ok({ article: isStored ? compiled.value.article : JSON.parse(document), warnings });
}

function unseenLinks({ articles }: Lookup, { visible }: FoundForWriting, { textMember }: ParsedSubmission): Fault[] {
  return articles
    .filter((slug) => !visible.has(slug))
    .map((slug) => ({
      pointer: `/${textMember}`,
      found: `a link to /articles/${slug}`,
      expected: "an article that readers can see by then",
    }));
}

/** The newsroom finds a file by its path without `/media/`, and by any other name the newest file of that name. */
export function storedName(name: string): string {
  return name.startsWith(MEDIA_PREFIX) ? percentDecodeOrKeep(name.slice(MEDIA_PREFIX.length)) : name;
}

/** The facts of a file that was uploaded, as the compiler wants them. */
export function factsOf(stored: StoredMedia | undefined): MediaFacts | undefined {
  if (!stored) return undefined;
  const { mediaType, length = 0, width, height } = stored.file;
  const [hash = ""] = stored.path.split("/");
  return { name: baseName(stored.path), hash, mediaType, length, width, height };
}

/** Refuses a token without the scope `publish` if the article is, was or would be before readers. */
function publishProblem(
  { access }: DeskCall,
  known: FoundForWriting["known"],
  article: Article,
): DeskProblem | undefined {
  if (allows(access.scopes, ["publish"])) return undefined;
  const denied = (what: string): DeskProblem => ({ kind: "insufficient-scope", scope: "publish", what });
  if (known && known.state !== "draft") return denied(`Changing an article that is ${known.state}`);
  if (known?.wasShown) return denied("Changing an article that readers have seen");
  return article.status === "draft" ? undefined : denied(`Saving an article as ${article.status}, not as a draft,`);
}
