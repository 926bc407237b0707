import { ownPathFault } from "../../../compile/pages/own-path-fault.ts";
import {
  compilePageSubmission,
  type PageSubmission,
  pageReferences,
  parsePageSubmission,
} from "../../../compile/pages/page-submission.ts";
import type { Submission } from "../../../compile/submission/submission.ts";
import type { Page } from "../../../model/page.ts";
import type { Publication } from "../../../model/publication.ts";
import { textWithStoredOrigin } from "../../../site/public-origin.ts";
import type { FoundForPage, SavedPage } from "../../../store/pages.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import { allows } from "../../access/scopes.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { DeskService } from "../../desk-service.ts";
import type { Fault } from "../../fault.ts";
import type { DeskProblem } from "../../problems.ts";
import { badRequest } from "../../problems.ts";
import { factsOf, storedName } from "../articles/save-submission.ts";
import { OVERTAKEN, tryAgain } from "../articles/try-again.ts";
import { describePageError, failedPageCondition, isPageOvertaken } from "./page-problems.ts";

export type SavedPageSubmission = SavedPage & { readonly warnings: readonly Fault[] };

type ExtraStatements = (saved: SavedPageSubmission) => readonly D1PreparedStatement[];

/** Compiles a page that was sent, and saves it, in the way in which `saveSubmission` saves an article. */
export async function savePage(
  service: DeskService,
  call: DeskCall,
  submission: Submission,
  extraStatements: ExtraStatements,
): Promise<Result<SavedPageSubmission, DeskProblem>> {
  const taken = ownPathFault(submission.slug);
  if (taken !== undefined)
    return err(badRequest({ parameter: "slug", found: JSON.stringify(submission.slug), expected: taken }));
  const publication = await service.siteFor(call.url.href).store.publication();
  const parsed = parsePageSubmission(submission);
  return tryAgain(service, call, (each) =>
    saveOnce(service, each, { submission, publication, parsed }, extraStatements),
  );
}

type PageSetting = {
  readonly submission: Submission;
  readonly publication: Publication;
  readonly parsed: PageSubmission;
};

async function saveOnce(
  { pages }: DeskService,
  call: DeskCall,
  { submission, publication, parsed }: PageSetting,
  extraStatements: ExtraStatements,
): Promise<Result<SavedPageSubmission, DeskProblem> | typeof OVERTAKEN> {
  const { access, now, origin, request } = call;
  const { slug, mediaType, text } = submission;
  const references = pageReferences(parsed, publication.address);
  const found = await pages.lookUp(slug, { ...references, media: references.media.map(storedName) });
  const failed = failedPageCondition(request, found.known);
  if (failed) return err(failed);
  const compiled = compilePageSubmission(parsed, {
    language: publication.language,
    origin: publication.address,
    media: (name) => factsOf(found.media.get(storedName(name))),
  });
  if (!compiled.ok) return err({ kind: "invalid", ...compiled.error });
  const page: Page = JSON.parse(textWithStoredOrigin(JSON.stringify(compiled.value.page), origin));
  const denied = publishProblem(call, found, page);
  if (denied) return err(denied);
  const warnings = [...compiled.value.warnings, ...unseenLinks(references.articles, found, parsed)];
  const outcome = await pages.save(page, mediaType === "application/json" ? undefined : { mediaType, text }, {
    actor: access.name,
    now,
    expected: found.known?.revision ?? 0,
    extraStatements: (saved) => extraStatements({ ...saved, warnings }),
  });
  if (outcome.ok) return ok({ ...outcome.value, warnings });
  if (isPageOvertaken(outcome.error, request)) return OVERTAKEN;
  return err(describePageError(outcome.error, request, await pages.read(slug)));
}

function unseenLinks(articles: readonly string[], { visible }: FoundForPage, { textMember }: PageSubmission): Fault[] {
  return articles
    .filter((slug) => !visible.has(slug))
    .map((slug) => ({
      pointer: `/${textMember}`,
      found: `a link to /articles/${slug}`,
      expected: "an article that readers can see",
    }));
}

/** Refuses a token without the scope `publish` if readers see the page, or would. */
function publishProblem({ access }: DeskCall, { known }: FoundForPage, page: Page): DeskProblem | undefined {
  if (allows(access.scopes, ["publish"])) return undefined;
  const isShown = known?.page.status === "published";
  if (!isShown && page.status === "draft") return undefined;
  const what = isShown ? "Changing a page that is published" : "Saving a page as published, not as a draft,";
  return { kind: "insufficient-scope", scope: "publish", what };
}
