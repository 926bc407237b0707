import type { Feed } from "../../model/feed.ts";
import { Alternates } from "./alternates.tsx";
import { renderDocument } from "./document.tsx";
import { Entries } from "./entries.tsx";
import { FrontOpenGraph } from "./open-graph.tsx";
import { pageLanguage } from "./page-language.ts";
import { Subscribe } from "./subscribe.tsx";

/** The publication's front page. */
export function renderFrontPage(feed: Feed): string {
  const { addresses, description, publication, title } = feed;
  const page = pageLanguage(publication.language);
  return renderDocument({
    page,
    publication,
    title,
    description,
    kind: "front",
    isIndexed: true,
    hasSubscribe: true,
    head: (
      <>
        <link rel="canonical" href={addresses.html} />
        <Alternates feed={feed} />
        {publication.licence && <link rel="license" href={publication.licence} />}
        <FrontOpenGraph feed={feed} />
      </>
    ),
    children: (
      <>
        <Entries feed={feed} page={page} />
        <Subscribe addresses={addresses} page={page} />
      </>
    ),
  });
}
