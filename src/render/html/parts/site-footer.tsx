import type { Publication } from "../../../model/publication.ts";
import { FEEDS_PATH } from "../../../site/addresses.ts";
import type { PageLanguage } from "../page-language.ts";
import { LicenceLink } from "./licence-link.tsx";

/** Who may use what, and what made the page. */
export function SiteFooter({ page, publication }: { page: PageLanguage; publication: Publication | undefined }) {
  const { labels } = page;
  return (
    <footer class="site">
      {publication?.rights && (
        <p>
          <bdi>{publication.rights}</bdi>
        </p>
      )}
      {publication?.licence && (
        <p>
          {labels.licence}: <LicenceLink address={publication.licence} />
        </p>
      )}
      {publication && (
        <p>
          <a href={publication.address + FEEDS_PATH}>{labels.allFeeds}</a>
        </p>
      )}
      <p>
        {labels.publishedWith} <bdi>Dateline</bdi>
      </p>
    </footer>
  );
}
