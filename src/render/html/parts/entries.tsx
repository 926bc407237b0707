import type { Article } from "../../../model/article.ts";
import type { Feed } from "../../../model/feed.ts";
import { isFiltered } from "../../../model/selection.ts";
import type { PageLanguage } from "../page-language.ts";
import { Entry } from "./entry.tsx";

type EntriesProps = { feed: Feed; entries: readonly Article[]; page: PageLanguage };

/**
 * Entries of a feed in its order, or a message if there are none. Only a list of the newest has a heading of its own:
 * that of an archive or of a search is the heading of its page.
 */
export function Entries({ feed: { place, publication, selection }, entries, page }: EntriesProps) {
  const { labels } = page;
  const isLatest = place.document.kind === "current" && !isFiltered(selection);
  const nothing = isFiltered(selection) ? labels.nothingMatches : labels.nothingYet;
  return (
    <section class="entries" aria-labelledby={isLatest ? "entries-heading" : undefined}>
      {isLatest && <h2 id="entries-heading">{labels.latest}</h2>}
      {entries.length === 0 && <p class="nothing">{nothing}</p>}
      {entries.map((article, index) => (
        <Entry
          article={article}
          publication={publication}
          page={page}
          form="row"
          heading={isLatest ? "h3" : "h2"}
          isFirst={index === 0}
          words={selection.words}
        />
      ))}
    </section>
  );
}
