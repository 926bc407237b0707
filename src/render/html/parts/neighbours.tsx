import type { PageLanguage } from "../page-language.ts";
import type { ListedPage } from "./page-of-list.ts";

/** Links to the pages with older and with newer articles. */
export function Neighbours({ listed: { newer, older }, page: { labels } }: { listed: ListedPage; page: PageLanguage }) {
  if (older === undefined && newer === undefined) return null;
  return (
    <nav class="neighbours" aria-label={labels.olderArticles}>
      {newer !== undefined && (
        <a href={newer} rel="next">
          {labels.newerArticles}
        </a>
      )}
      {older !== undefined && (
        <a class="older" href={older} rel="prev">
          {labels.olderArticles}
        </a>
      )}
    </nav>
  );
}
