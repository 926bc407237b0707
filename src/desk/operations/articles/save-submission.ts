import { baseName, type MediaFacts } from "../../../compile/media/media-facts.ts";
import { ID_BYTES, mintArticleId } from "../../../compile/mint-id.ts";
import { compileSubmission } from "../../../compile/submission/compile-submission.ts";
import { readReferences, type SubmissionReferences } from "../../../compile/submission/read-references.ts";
import type { Submission } from "../../../compile/submission/submission.ts";
import type { Article } from "../../../model/article.ts";
import type { Publication } from "../../../model/publication.ts";
import { MEDIA_PREFIX } from "../../../site/addresses.ts";
import { withStoredOrigin } from "../../../site/public-origin.ts";
import type { Expectation, Saved, StoredArticle, StoredMedia } from "../../../store/newsroom.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import { allows } from "../../access/scopes.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { DeskService } from "../../desk-service.ts";
import type { Fault } from "../../fault.ts";
import type { DeskProblem } from "../../problems.ts";
import { isHeldBack } from "./article-etag.ts";
import { describeSaveError, preconditionFailed } from "./save-error.ts";
import { wasShown } from "./was-shown.ts";

/** A row of D1 takes 2 MB, and the receipt of a save holds the article with longer addresses and what is said of it. */
const MAX_BYTES = 1_500_000;

/** How often a save that another one overtook is made again. */
const TRIES = 3;

export type SavedSubmission = Saved & { readonly warnings: readonly Fault[] };

/** `extraStatements` as the newsroom has it, with the warnings that are part of the answer. */
type Alongside = (saved: SavedSubmission) => readonly D1PreparedStatement[];

/**
 * Compiles what was sent against the article that is there, and saves it. The newsroom is told which revision that was: whoever sends no
 * precondition wants the last word, and gets it on what is there by then.
 */
export async function saveSubmission(
  service: DeskService,
  call: DeskCall,
  submission: Submission,
  extraStatements: Alongside,
): Promise<Result<SavedSubmission, DeskProblem>> {
  const hasCondition = ["if-match", "if-none-match", "if-unmodified-since"].some((name) =>
    call.request.headers.has(name),
  );
  const publication = await service.siteFor(call.url.href).store.publication();
  const references = readReferences(submission, publication);
  for (let tries = 1; ; tries += 1) {
    const { current, holder, known } = await lookUp(service, submission.slug, references);
    if (isHeldBack(call.request, current)) return err(preconditionFailed(current));
    const compiled = await compile(service, call, submission, { publication, known: known?.article, references });
    if (!compiled.ok) return compiled;
    const { article, warnings } = compiled.value;
    const denied = await publishing(service, call, known, article);
    if (denied) return err(denied);
    if (holder && !known) return err({ kind: "slug-taken", slug: submission.slug, id: holder.article.id });
    const source = submission.mediaType === "application/json" ? undefined : sourceOf(submission, submission.mediaType);
    const expected: Expectation = known ? { kind: "revision", revision: known.revision } : { kind: "absent" };
    const outcome = await service.newsroom.save(article, source, {
      actor: call.access.name,
      now: call.now,
      expected,
      extraStatements: (saved) => extraStatements({ ...saved, warnings }),
    });
    if ("kept" in outcome) return ok({ ...outcome, warnings });
    const isOvertaken = outcome.kind === "lost-update" && !hasCondition && tries < TRIES;
    if (!isOvertaken) return err(describeSaveError(outcome, await service.newsroom.read(submission.slug)));
  }
}

/** `known` is the article that is meant, by its id or else its slug; `current` is what preconditions are about: it, or what holds the slug. */
async function lookUp({ newsroom }: DeskService, slug: string, { id }: SubmissionReferences) {
  const holder = await newsroom.read(slug);
  const known = id === undefined ? holder : await newsroom.readById(id);
  return { current: known ?? holder, holder, known };
}

type Compiling = {
  readonly publication: Publication;
  readonly known: Article | undefined;
  readonly references: SubmissionReferences;
};

async function compile(
  service: DeskService,
  { origin, now }: DeskCall,
  submission: Submission,
  { publication, known, references }: Compiling,
): Promise<Result<{ readonly article: Article; readonly warnings: readonly Fault[] }, DeskProblem>> {
  const media = await service.newsroom.findMedia(references.media.map(storedName));
  const compiled = compileSubmission(submission, {
    publication,
    now,
    known,
    mintId: () => mintArticleId(publication.identity, service.randomBytes(ID_BYTES)),
    media: (name) => factsOf(media.get(storedName(name))),
  });
  const { warnings } = compiled;
  if (!compiled.ok) return err({ kind: "invalid", faults: compiled.faults, warnings });
  const article = withStoredOrigin(compiled.article, origin);
  const bytes = new TextEncoder().encode(JSON.stringify(article)).length;
  if (bytes > MAX_BYTES) {
    const expected = `at most ${MAX_BYTES} bytes, once made into HTML; divide the article`;
    return err({ kind: "invalid", faults: [{ pointer: "/body", found: `${bytes} bytes`, expected }] });
  }
  const { articles } = references;
  const visible = articles.length === 0 ? new Set<string>() : await service.newsroom.visibleSlugs(articles);
  const unseen = articles.filter((slug) => !visible.has(slug)).map((slug) => unseenLink(slug));
  return ok({ article, warnings: [...warnings, ...unseen] });
}

function unseenLink(slug: string): Fault {
  return {
    pointer: "/body",
    found: `a link to /articles/${slug}`,
    expected: "an article that readers can see by then",
  };
}

/** A file by its address is one by its path, as the newsroom keeps it; by any other name it is the newest of that name. */
function storedName(name: string): string {
  if (!name.startsWith(MEDIA_PREFIX)) return name;
  try {
    return decodeURIComponent(name.slice(MEDIA_PREFIX.length));
  } catch {
    return name;
  }
}

function factsOf(kept: StoredMedia | undefined): MediaFacts | undefined {
  if (!kept) return undefined;
  const { mediaType, length = 0, width, height } = kept.file;
  const [hash = ""] = kept.path.split("/");
  return { name: baseName(kept.path), hash, mediaType, length, width, height };
}

function sourceOf({ text }: Submission, mediaType: "text/markdown" | "text/html") {
  return { mediaType, text };
}

/** What a token that may only write is not to do: put an article before readers, or touch one that is, was or is about to be. */
async function publishing(
  { db }: DeskService,
  { access }: DeskCall,
  known: StoredArticle | undefined,
  article: Article,
): Promise<DeskProblem | undefined> {
  if (allows(access.scopes, ["publish"])) return undefined;
  const denied = (what: string): DeskProblem => ({ kind: "insufficient-scope", scope: "publish", what });
  if (known && known.state !== "draft") return denied(`Changing an article that is ${known.state}`);
  if (known && (await wasShown(db, known))) return denied("Changing an article that readers have seen");
  return article.status === "draft" ? undefined : denied(`Saving an article as ${article.status}, not as a draft,`);
}
