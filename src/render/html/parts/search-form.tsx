import type { Publication } from "../../../model/publication.ts";
import { MAX_SEARCH_LENGTH } from "../../../model/search-tokens.ts";
import { SEARCH_PATH } from "../../../site/addresses.ts";
import type { PageLanguage } from "../page-language.ts";

type SearchFormProps = { readonly publication: Publication; readonly page: PageLanguage; readonly words?: string };

/** The form that searches the titles and summaries of all articles. It needs no script. */
export function SearchForm({ publication, page: { labels }, words }: SearchFormProps) {
  return (
    <search>
      <form class="search" action={publication.address + SEARCH_PATH}>
        <label for="search-words">{labels.searchFor}</label>
        <input
          type="search"
          id="search-words"
          name="q"
          value={words}
          dir="auto"
          maxlength={MAX_SEARCH_LENGTH}
          autocomplete="off"
          required
        />
        <button type="submit">{labels.search}</button>
      </form>
    </search>
  );
}
