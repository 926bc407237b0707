import type { Feed } from "../../../model/feed.ts";
import type { Publication } from "../../../model/publication.ts";
import { scopePrefix } from "../../../site/addresses.ts";
import { sectionTitle } from "../../sections.ts";
import type { PageLanguage } from "../page-language.ts";
import { Entry } from "../parts/entry.tsx";
import { sectionClass } from "../parts/masthead.tsx";
import { arrangeFront, type Block, type Front } from "./arrange-front.ts";

type FrontProps = { readonly feed: Feed; readonly page: PageLanguage };

/** The articles of the front page: lead and strip side by side, the grid, and the blocks of the sections. */
export function FrontArticles({ feed, page }: FrontProps) {
  const { publication } = feed;
  const front = arrangeFront(feed.entries, publication);
  if (!front.lead) return <p class="nothing">{page.labels.nothingYet}</p>;
  return (
    <>
      <div class={front.strip.length > 0 ? "opening with-strip" : "opening"}>
        <Entry article={front.lead} publication={publication} page={page} form="lead" heading="h2" isFirst={true} />
        <Strip front={front} publication={publication} page={page} />
      </div>
      {front.grid.length > 0 && (
        <div class="grid">
          {front.grid.map((article) => (
            <Entry article={article} publication={publication} page={page} form="card" heading="h2" />
          ))}
        </div>
      )}
      {front.blocks.length > 0 && (
        <div class="blocks">
          {front.blocks.map((block) => (
            <SectionBlock block={block} publication={publication} page={page} />
          ))}
        </div>
      )}
    </>
  );
}

type PartProps = { readonly publication: Publication; readonly page: PageLanguage };

function Strip({ front: { strip }, publication, page }: PartProps & { readonly front: Front }) {
  if (strip.length === 0) return null;
  return (
    <section class="strip" aria-labelledby="latest-heading">
      <h2 id="latest-heading">{page.labels.latest}</h2>
      {strip.map((article) => (
        <Entry article={article} publication={publication} page={page} form="line" heading="h3" />
      ))}
    </section>
  );
}

/** The first article of a block with its picture, the others with headline and time. */
function SectionBlock({ block, publication, page }: PartProps & { readonly block: Block }) {
  const { section, articles } = block;
  const id = `block-${publication.sections.findIndex(({ slug }) => slug === section) + 1}`;
  const accent = sectionClass(section, publication);
  return (
    <section class={accent ? `block ${accent}` : "block"} aria-labelledby={id}>
      <h2 id={id}>
        <a href={`${publication.address}${scopePrefix({ kind: "section", slug: section })}/`}>
          <bdi>{sectionTitle(section, publication)}</bdi>
        </a>
      </h2>
      {articles.map((article, index) => (
        <Entry
          article={article}
          publication={publication}
          page={page}
          form={index === 0 ? "card" : "line"}
          heading="h3"
          isInSection={true}
        />
      ))}
    </section>
  );
}
