import type { Article } from "../../../model/article.ts";
import { authorOf } from "../../../model/author.ts";
import { authorsOf } from "../../../model/credit.ts";
import type { Publication } from "../../../model/publication.ts";
import { nameSlug } from "../../../model/scope.ts";
import { allOf } from "../../../model/selection.ts";
import { feedAddresses } from "../../../site/feed-links.ts";
import { AuthorCard } from "./author-card.tsx";

type AuthorsProps = { readonly article: Article; readonly publication: Publication };

/** What the publication says of the authors of an article, below its text. */
export function Authors({ article, publication }: AuthorsProps) {
  const described = authorsOf(article).flatMap(({ name }) => authorOf(publication, nameSlug(name)) ?? []);
  if (described.length === 0) return null;
  return (
    <div class="authors">
      {described.map((author) => {
        const scope = { kind: "author", slug: nameSlug(author.name) } as const;
        return <AuthorCard author={author} href={feedAddresses(publication.address, allOf(scope)).html} />;
      })}
    </div>
  );
}
