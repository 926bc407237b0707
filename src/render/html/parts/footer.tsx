import type { Publication } from "../../../model/publication.ts";
import { ARCHIVES_PATH, AUTHORS_PATH, FEEDS_PATH, TAGS_PATH } from "../../../site/addresses.ts";
import { GENERATOR } from "../../generator.ts";
import { markText, type PageLanguage } from "../page-language.ts";
import { LicenceLink } from "./licence-link.tsx";
import { navigationOf } from "./navigation.ts";

type FooterProps = { page: PageLanguage; publication: Publication | undefined };

/**
 * The pages of the publication, the ways to its articles and feeds, its profiles elsewhere, its rights and licence, and
 * the program that made the page.
 */
export function Footer({ page, publication }: FooterProps) {
  const { labels } = page;
  const hasCredit = publication?.publishedWith ?? true;
  return (
    <footer class="site">
      {publication && <Ways page={page} publication={publication} />}
      <div class="terms">
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
        {hasCredit && (
          <p>
            {labels.publishedWith} <bdi>{GENERATOR}</bdi>
          </p>
        )}
      </div>
    </footer>
  );
}

function Ways({ page, publication }: { page: PageLanguage; publication: Publication }) {
  const { labels } = page;
  const { address, social = [] } = publication;
  const ways = [
    [ARCHIVES_PATH, labels.archives],
    [TAGS_PATH, labels.tags],
    [AUTHORS_PATH, labels.authors],
    [FEEDS_PATH, labels.allFeeds],
  ] as const;
  return (
    <ul>
      {navigationOf(publication).footer.map(({ title, path, language }) => (
        <li>
          <a href={address + path}>
            <bdi {...markText(language, page)}>{title}</bdi>
          </a>
        </li>
      ))}
      {ways.map(([path, label]) => (
        <li>
          <a href={address + path}>{label}</a>
        </li>
      ))}
      {social.map(({ title, url }) => (
        <li>
          <a href={url} rel="me">
            <bdi>{title}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
