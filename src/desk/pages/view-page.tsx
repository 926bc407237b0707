import { raw } from "hono/html";
import type { Article } from "../../model/article.ts";
import type { Publication } from "../../model/publication.ts";
import { markText } from "../../render/html/page-language.ts";
import { preparedBody } from "../../render/html/parts/article-body.ts";
import { ArticleFacts } from "../../render/html/parts/article-facts.tsx";
import { Attachments } from "../../render/html/parts/attachments.tsx";
import { Byline } from "../../render/html/parts/byline.tsx";
import { Corrections } from "../../render/html/parts/corrections.tsx";
import { Kicker } from "../../render/html/parts/kicker.tsx";
import { LeadFigure } from "../../render/html/parts/lead-figure.tsx";
import { Times } from "../../render/html/parts/times.tsx";
import { articlePath, MEDIA_PREFIX } from "../../site/addresses.ts";
import type { StoredArticle } from "../../store/newsroom.ts";
import type { Access } from "../access/access.ts";
import { allows } from "../access/scopes.ts";
import { ARTICLE_PATH, MEDIA_PATH, pathOf, RETRACT_PATH } from "../paths.ts";
import { DESK_LANGUAGE, DeskTime, renderDeskPage } from "./desk-page.tsx";

type View = {
  readonly publication: Publication;
  readonly access: Access;
  readonly kept: StoredArticle;
  /** What was wrong with the form that was sent. */
  readonly fault?: string | undefined;
};

/** An article as readers would see it, with what only the desk knows of it. Its addresses are placed already. */
export function renderViewPage({ publication, access, kept, fault }: View): string {
  return renderDeskPage({
    title: kept.article.title,
    publication,
    access,
    children: (
      <>
        <DeskFacts kept={kept} />
        {fault && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        {mayTakeBack(access, kept) && <TakeBack access={access} kept={kept} />}
        <Story article={withPreviews(kept.article, publication)} publication={publication} />
      </>
    ),
  });
}

function DeskFacts({ kept: { article, revision, saved, state } }: { kept: StoredArticle }) {
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

function mayTakeBack({ scopes }: Access, { state }: StoredArticle): boolean {
  if (state === "retracted") return false;
  return allows(scopes, [state === "draft" ? "write" : "publish"]);
}

function TakeBack({ access, kept: { article, state } }: { access: Access; kept: StoredArticle }) {
  const isDraft = state === "draft";
  return (
    <details>
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

function Story({ article, publication }: { article: Article; publication: Publication }) {
  const page = DESK_LANGUAGE;
  return (
    <article class="story" {...markText(article.language, page)}>
      <header>
        <Kicker article={article} publication={publication} page={page} />
        <h1>{article.title}</h1>
        <p class="standfirst">{article.summary}</p>
        <Byline article={article} page={page} hasAddresses={true} />
        <Times article={article} page={page} />
      </header>
      {article.image && <LeadFigure image={article.image} />}
      <div class="body">{raw(preparedBody(article.body))}</div>
      <Corrections article={article} page={page} />
      <Attachments article={article} page={page} />
      <ArticleFacts article={article} publication={publication} page={page} />
    </article>
  );
}

/** Readers get a file only once an article that uses it is out; the desk has its own way to it. */
function withPreviews(article: Article, { address }: Publication): Article {
  return JSON.parse(JSON.stringify(article).replaceAll(address + MEDIA_PREFIX, `${address}${MEDIA_PATH}/`));
}
