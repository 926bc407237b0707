import { authorOf } from "../../../model/author.ts";
import type { Catalogue, ListedFeed } from "../../../model/catalogue.ts";
import type { Publication } from "../../../model/publication.ts";
import type { ScopeKind } from "../../../model/scope.ts";
import { AUTHORS_PATH, SECTIONS_PATH, TAGS_PATH } from "../../../site/addresses.ts";
import type { Labels } from "../labels/label-table.ts";
import { type PageLanguage, pageOf } from "../page-language.ts";
import { Alternates, feedsOfList } from "../parts/alternates.tsx";
import { renderDocument } from "../parts/document.tsx";
import { PageScripts } from "../parts/outside-scripts.tsx";
import { Picture } from "../parts/picture.tsx";

const PATHS: Readonly<Record<ScopeKind, string>> = { section: SECTIONS_PATH, tag: TAGS_PATH, author: AUTHORS_PATH };
const NAMES = { section: "sections", tag: "tags", author: "authors" } as const satisfies Record<
  ScopeKind,
  keyof Labels
>;

/** The page that lists every section, tag or author with the number of its articles. */
export function renderIndexPage({ everything, feeds }: Catalogue, kind: ScopeKind): string {
  const { publication } = everything.head;
  const page = pageOf(publication);
  const heading = page.labels[NAMES[kind]];
  const listed = feeds.filter(({ scope }) => scope.kind === kind);
  return renderDocument({
    page,
    publication,
    title: `${heading} — ${publication.title}`,
    kind: "inner",
    isIndexed: true,
    hasSubscribe: false,
    head: (
      <>
        <link rel="canonical" href={publication.address + PATHS[kind]} />
        <Alternates feeds={feedsOfList(everything.head)} publication={publication} />
        <PageScripts publication={publication} hasPlayers={false} />
      </>
    ),
    children: (
      <div class="column">
        <h1>{heading}</h1>
        {listed.length === 0 && <p class="nothing">{page.labels.nothingYet}</p>}
        {listed.length > 0 && (
          <ul class={kind === "tag" ? "index cloud" : "index"}>
            {listed.map((feed) => (
              <IndexItem feed={feed} publication={publication} page={page} />
            ))}
          </ul>
        )}
      </div>
    ),
  });
}

type IndexItemProps = { feed: ListedFeed; publication: Publication; page: PageLanguage };

function IndexItem({ feed: { scope, head, articles }, publication, page }: IndexItemProps) {
  const author = scope.kind === "author" ? authorOf(publication, scope.slug) : undefined;
  const about = scope.kind === "section" ? head.description : author?.bio;
  return (
    <li>
      {author?.picture && <Picture file={author.picture} alternativeText="" isFirst={false} place="portrait" />}
      <div>
        <a href={head.addresses.html}>
          <bdi>{head.name}</bdi>
        </a>{" "}
        <span class="count">{new Intl.NumberFormat(page.tag).format(articles)}</span>
        {about && <p>{about}</p>}
      </div>
    </li>
  );
}
