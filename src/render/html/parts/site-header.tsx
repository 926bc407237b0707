import type { Publication } from "../../../model/publication.ts";
import type { PageLanguage } from "../page-language.ts";
import { homeAddress } from "./home-address.ts";
import { SUBSCRIBE_ID } from "./subscribe.tsx";

type SiteHeaderProps = {
  page: PageLanguage;
  publication: Publication | undefined;
  kind: "front" | "inner";
  hasSubscribe: boolean;
};

/** The masthead. */
export function SiteHeader({ page, publication, kind, hasSubscribe }: SiteHeaderProps) {
  const home = homeAddress(publication);
  const { labels } = page;
  return (
    <header class="masthead">
      {publication && kind === "front" && (
        <div>
          <h1 class="title p-name">
            <Nameplate publication={publication} />
          </h1>
          <p class="description p-summary">{publication.description}</p>
        </div>
      )}
      {publication && kind === "inner" && (
        <p class="title">
          <a href={home} rel="home">
            <Nameplate publication={publication} />
          </a>
        </p>
      )}
      <nav aria-label={labels.navigation}>
        <ul>
          {kind === "inner" && (
            <li>
              <a href={home}>{labels.frontPage}</a>
            </li>
          )}
          {hasSubscribe && (
            <li>
              <a href={`#${SUBSCRIBE_ID}`}>{labels.subscribe}</a>
            </li>
          )}
        </ul>
      </nav>
    </header>
  );
}

function Nameplate({ publication: { logo, title } }: { publication: Publication }) {
  if (!logo) return <bdi>{title}</bdi>;
  return <img class="logo" src={logo.url} alt={title} width={logo.width} height={logo.height} />;
}
