import type { ArticleHead } from "../../../model/article.ts";
import type { Publication } from "../../../model/publication.ts";
import { markLabel, markText, type PageLanguage, storyLanguage } from "../page-language.ts";
import { Byline } from "./byline.tsx";
import { Kicker } from "./kicker.tsx";
import { markedWords } from "./marked-words.tsx";
import { sectionClass } from "./masthead.tsx";
import { Picture } from "./picture.tsx";
import { Tags } from "./tags.tsx";
import { ReaderTime } from "./times.tsx";

/**
 * How much a list says of an article: `lead` and `row` have everything, `card` leaves out the tags, `line` has headline
 * and time only.
 */
export type EntryForm = "lead" | "row" | "card" | "line";

export type EntryProps = {
  readonly article: ArticleHead;
  readonly publication: Publication;
  readonly page: PageLanguage;
  readonly form: EntryForm;
  readonly heading: "h2" | "h3";
  /** Whether the list is one of its section, which its kicker would only repeat. */
  readonly isInSection?: boolean;
  /** Whether its picture is the first of the page. */
  readonly isFirst?: boolean;
  /** The words that were searched for, which are marked. */
  readonly words?: string | undefined;
};

/** An article in a list. Not an `<article>`: Liferea takes each one in a page for an item of a feed. */
export function Entry({ article, publication, page: around, form, heading: Heading, ...rest }: EntryProps) {
  const { isFirst = false, isInSection = false, words } = rest;
  const { image, language, section, status, summary, tags, title, url } = article;
  const page = storyLanguage(language, around);
  const classes = ["entry", form, "h-entry", sectionClass(section, publication)];
  return (
    <div class={classes.filter(Boolean).join(" ")} {...markText(language, around)}>
      <div class="words">
        {((form !== "line" && !isInSection) || status === "draft") && (
          <Kicker article={article} publication={publication} page={page} />
        )}
        <Heading class="p-name">
          <a class="u-url" href={url}>
            {markedWords(title, words)}
          </a>
        </Heading>
        {form !== "line" && summary !== "" && (
          <p class="summary">
            <Dateline article={article} />
            <span class="p-summary">{markedWords(summary, words)}</span>
          </p>
        )}
        <Meta article={article} publication={publication} page={page} form={form} />
        {(form === "lead" || form === "row") && tags.length > 0 && <Tags tags={tags} publication={publication} />}
      </div>
      {form !== "line" && image?.file && (
        <Picture
          file={image.file}
          pictures={article.pictures}
          alternativeText={image.alternativeText}
          isFirst={isFirst}
          place={form === "row" ? "thumbnail" : form}
          class="u-photo"
        />
      )}
    </div>
  );
}

type MetaProps = Pick<EntryProps, "article" | "publication" | "page" | "form">;

function Meta({ article, publication, page, form }: MetaProps) {
  const { language, published, status } = article;
  return (
    <div class="meta">
      {form !== "line" && <Byline article={article} publication={publication} page={page} hasAddresses={false} />}
      {status !== "draft" && (
        <p class="times">
          <ReaderTime class="dt-published" time={published} page={page} mark={markLabel(language, page)} />
        </p>
      )}
    </div>
  );
}

/** The place, unless the summary already begins with it: a summary may be the first sentence of the text. */
function Dateline({ article: { dateline, summary } }: { article: ArticleHead }) {
  if (!dateline || summary.startsWith(dateline)) return null;
  return (
    <>
      <span class="dateline">{dateline}</span> —{" "}
    </>
  );
}
