import type { Publication } from "../../model/publication.ts";
import { instantOf } from "../../model/timestamp.ts";
import { articlePath } from "../../site/addresses.ts";
import { withPublicOrigin } from "../../site/public-origin.ts";
import type { StoredArticle } from "../../store/newsroom.ts";
import { err, ok } from "../../syntax/result.ts";
import type { Access } from "../access/access.ts";
import { passesCsrfCheck } from "../access/own-page.ts";
import { allows } from "../access/scopes.ts";
import type { DeskCall } from "../desk-call.ts";
import type { DeskService } from "../desk-service.ts";
import { FORM_PROBLEMS, type GuardedOperation } from "../operation.ts";
import { restoreArticle } from "../operations/articles/restore-article.ts";
import { reasonSchema, retractArticle } from "../operations/articles/retract-article.ts";
import { unknownArticle } from "../operations/articles/save-error.ts";
import { ARTICLE_PATH, DESK_PATH, pathOf, RESTORE_PATH, RETRACT_PATH, VIEW_PATH } from "../paths.ts";
import { describeProblem } from "../problems.ts";
import { readForm } from "../reading/read-body.ts";
import { ArticlePreview } from "./article-preview.tsx";
import { DeskTime, renderDeskPage } from "./desk-page.tsx";
import { leadTo, sendPage } from "./send-page.ts";

const html = { "text/html": "text" } as const;

export const ARTICLE_PAGE: GuardedOperation = {
  kind: "page",
  id: "showArticle",
  method: "GET",
  path: VIEW_PATH,
  access: ["read"],
  summary: "An article as readers would see it",
  tag: "Pages",
  parameters: ["slug"],
  responses: {
    200: { description: "The page.", content: html },
    303: { description: "To the page to sign in, if the browser is not signed in.", headers: ["Location"] },
  },
  problems: ["not-found", "insufficient-scope"],
  async handler(service, call) {
    const stored = await service.newsroom.read(call.parameters.slug ?? "");
    return stored ? ok(sendPage(await renderStored(service, call, stored))) : err(unknownArticle());
  },
};

/** Receives the form of the page of an article. */
export const RETRACT_FROM_PAGE: GuardedOperation = {
  kind: "page",
  id: "retractArticleFromPage",
  method: "POST",
  path: RETRACT_PATH,
  access: ["write"],
  summary: "Retract an article from its page",
  tag: "Pages",
  parameters: ["slug"],
  body: { isRequired: true, content: { "application/x-www-form-urlencoded": { fields: ["csrf", "reason"] } } },
  responses: {
    303: { description: "To the page of the article, or to the desk.", headers: ["Location"] },
    422: { description: "The page of the article, with the error.", content: html },
  },
  problems: [...FORM_PROBLEMS, "insufficient-scope", "not-found", "precondition-failed", "busy"],
  async handler(service, call) {
    const { access, request, url, origin } = call;
    const slug = call.parameters.slug ?? "";
    const fields = await readForm(request);
    if (!fields.ok) return fields;
    if (!passesCsrfCheck(request, url, access, fields.value.get("csrf"))) return err({ kind: "forged" });
    const { data: reason } = reasonSchema.safeParse(fields.value.get("reason"));
    const outcome = await retractArticle(service, call, { slug, reason }, () => []);
    if (outcome.ok) return ok(leadTo(outcome.value.kind === "discarded" ? DESK_PATH : pathOf(VIEW_PATH, { slug })));
    const problem = outcome.error;
    const stored = problem.kind === "invalid" ? await service.newsroom.read(slug) : undefined;
    if (!stored || problem.kind !== "invalid") return outcome;
    const fault = problem.faults.map(({ expected }) => `Expected ${expected}.`).join(" ");
    const { status, detail } = describeProblem(problem, origin);
    return ok(sendPage(await renderStored(service, call, stored, fault || detail), status));
  },
};

/** Receives the form of the page of a retracted article. */
export const RESTORE_FROM_PAGE: GuardedOperation = {
  kind: "page",
  id: "restoreArticleFromPage",
  method: "POST",
  path: RESTORE_PATH,
  access: ["publish"],
  summary: "Publish a retracted article again from its page",
  tag: "Pages",
  parameters: ["slug"],
  body: { isRequired: true, content: { "application/x-www-form-urlencoded": { fields: ["csrf"] } } },
  responses: { 303: { description: "To the page of the article.", headers: ["Location"] } },
  problems: [...FORM_PROBLEMS, "insufficient-scope", "not-found", "invalid", "precondition-failed", "busy"],
  async handler(service, call) {
    const { access, request, url } = call;
    const slug = call.parameters.slug ?? "";
    const fields = await readForm(request);
    if (!fields.ok) return fields;
    if (!passesCsrfCheck(request, url, access, fields.value.get("csrf"))) return err({ kind: "forged" });
    const outcome = await restoreArticle(service, call, slug);
    return outcome.ok ? ok(leadTo(pathOf(VIEW_PATH, { slug }))) : outcome;
  },
};

async function renderStored(service: DeskService, call: DeskCall, stored: StoredArticle, fault?: string) {
  const publication = await service.siteFor(call.url.href).store.publication();
  const article = withPublicOrigin(stored.article, call.origin);
  return renderArticlePage({ publication, access: call.access, stored: { ...stored, article }, fault });
}

type ArticlePage = {
  readonly publication: Publication;
  readonly access: Access;
  /** With the public origin in its addresses. */
  readonly stored: StoredArticle;
  /** The error in the form that was sent. */
  readonly fault?: string | undefined;
};

/** An article as readers would see it, with its state at the desk and the form to retract it. */
export function renderArticlePage({ publication, access, stored, fault }: ArticlePage): string {
  return renderDeskPage({
    title: stored.article.title,
    publication,
    access,
    children: (
      <>
        <DeskFacts stored={stored} />
        {fault && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        {mayRetract(access, stored) && <RetractForm access={access} stored={stored} isOpen={fault !== undefined} />}
        {stored.state === "retracted" && allows(access.scopes, ["publish"]) && (
          <RestoreForm access={access} slug={stored.article.slug} />
        )}
        <ArticlePreview article={stored.article} publication={publication} />
      </>
    ),
  });
}

function DeskFacts({ stored: { article, revision, saved, state } }: { stored: StoredArticle }) {
  const { slug } = article;
  return (
    <dl class="facts-list">
      <div>
        <dt>State</dt>
        <dd>
          {state}
          {state === "published" && (
            <>
              {" "}
              (<a href={articlePath(slug)}>as readers see it</a>)
            </>
          )}
        </dd>
      </div>
      {state === "retracted" && article.retraction && (
        <div>
          <dt>Retracted</dt>
          <dd>
            <DeskTime instant={instantOf(article.retraction.time)} />: <bdi>{article.retraction.reason}</bdi>
          </dd>
        </div>
      )}
      <div>
        <dt>Saved</dt>
        <dd>
          <DeskTime instant={saved} />, revision {revision}
        </dd>
      </div>
      <div>
        <dt>Id</dt>
        <dd>
          <code>{article.id}</code>
        </dd>
      </div>
      <div>
        <dt>For programs</dt>
        <dd>
          <a href={pathOf(ARTICLE_PATH, { slug })}>the article as JSON</a>
        </dd>
      </div>
    </dl>
  );
}

function mayRetract({ scopes }: Access, { state }: StoredArticle): boolean {
  if (state === "retracted") return false;
  return allows(scopes, [state === "draft" ? "write" : "publish"]);
}

function RestoreForm({ access, slug }: { access: Access; slug: string }) {
  return (
    <form class="fields" method="post" action={pathOf(RESTORE_PATH, { slug })}>
      <input type="hidden" name="csrf" value={access.csrf} />
      <button type="submit">Restore</button>
      <p>Readers see the article again, as it was, and its feeds have it in place of the notice.</p>
    </form>
  );
}

type RetractFormProps = {
  readonly access: Access;
  readonly stored: StoredArticle;
  /** Whether the form was sent with an error, which its reader has to mend. */
  readonly isOpen: boolean;
};

function RetractForm({ access, stored: { article, state }, isOpen }: RetractFormProps) {
  const isDraft = state === "draft";
  return (
    <details open={isOpen}>
      <summary>{isDraft ? "Discard this draft" : "Retract this article"}</summary>
      <form class="fields" method="post" action={pathOf(RETRACT_PATH, { slug: article.slug })}>
        <input type="hidden" name="csrf" value={access.csrf} />
        {!isDraft && (
          <>
            <label for="reason">Reason, which readers are told</label>
            <textarea id="reason" name="reason" rows={3} maxlength={1000} required />
          </>
        )}
        <button type="submit">{isDraft ? "Discard" : "Retract"}</button>
      </form>
    </details>
  );
}
