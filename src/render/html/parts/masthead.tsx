import type { Publication } from "../../../model/publication.ts";
import { FEEDS_PATH, FRONT_PATH, SEARCH_PATH, scopePrefix } from "../../../site/addresses.ts";
import { markText, type PageLanguage } from "../page-language.ts";
import { navigationOf } from "./navigation.ts";
import { SUBSCRIBE_ID } from "./subscribe.tsx";

/** The address of the front page, or its path alone if the publication is undefined. */
export function homeAddress(publication: Publication | undefined): string {
  return (publication?.address ?? "") + FRONT_PATH;
}

type MastheadProps = {
  readonly page: PageLanguage;
  readonly publication: Publication | undefined;
  readonly kind: "front" | "inner";
  readonly hasSubscribe: boolean;
  /** The section that the page belongs to, by its slug. */
  readonly section?: string | undefined;
};

/** The name of the publication, its sections and pages, search, and the way to subscribe. */
export function Masthead({ page, publication, kind, hasSubscribe, section }: MastheadProps) {
  const { labels } = page;
  if (!publication)
    return (
      <header class="masthead">
        <nav class="sections" aria-label={labels.navigation}>
          <ul>
            <li>
              <a href={homeAddress(publication)}>{labels.frontPage}</a>
            </li>
          </ul>
        </nav>
      </header>
    );
  return (
    <header class="masthead">
      <div class="nameplate">
        {kind === "front" ? (
          <div>
            <h1 class="title p-name">
              <Nameplate publication={publication} />
            </h1>
            <p class="description p-summary">{publication.description}</p>
          </div>
        ) : (
          <p class="title">
            <a href={homeAddress(publication)} rel="home">
              <Nameplate publication={publication} />
            </a>
          </p>
        )}
        <ul class="tools">
          <li>
            <a href={publication.address + SEARCH_PATH}>{labels.search}</a>
          </li>
          <li>
            <a class="button" href={hasSubscribe ? `#${SUBSCRIBE_ID}` : publication.address + FEEDS_PATH}>
              {labels.subscribe}
            </a>
          </li>
        </ul>
      </div>
      <Sections page={page} publication={publication} kind={kind} section={section} />
    </header>
  );
}

type SectionsProps = Pick<MastheadProps, "page" | "kind" | "section"> & { readonly publication: Publication };

function Sections({ page, publication, kind, section }: SectionsProps) {
  const { labels } = page;
  const { header } = navigationOf(publication);
  if (kind === "front" && publication.sections.length + header.length === 0) return null;
  return (
    <nav class="sections" aria-label={labels.navigation}>
      <ul>
        {kind === "inner" && (
          <li>
            <a href={homeAddress(publication)}>{labels.frontPage}</a>
          </li>
        )}
        {publication.sections.map(({ slug, title }) => (
          <li>
            <a
              class={sectionClass(slug, publication)}
              href={`${publication.address}${scopePrefix({ kind: "section", slug })}/`}
              aria-current={slug === section ? "true" : undefined}
            >
              <bdi>{title}</bdi>
            </a>
          </li>
        ))}
        {header.map(({ title, path, language }) => (
          <li>
            <a href={publication.address + path}>
              <bdi {...markText(language, page)}>{title}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The class that gives what is in a section its accent. Undefined if the theme gives the section none. */
export function sectionClass(slug: string | undefined, { theme }: Publication): string | undefined {
  const index = slug === undefined ? -1 : Object.keys(theme?.sections ?? {}).indexOf(slug);
  return index < 0 ? undefined : `accent-${index}`;
}

function Nameplate({ publication: { logo, title } }: { publication: Publication }) {
  if (!logo) return <bdi>{title}</bdi>;
  return <img class="logo" src={logo.url} alt={title} width={logo.width} height={logo.height} />;
}
