import type { Publication } from "../../../model/publication.ts";
import { nameSlug } from "../../../model/scope.ts";
import { allOf } from "../../../model/selection.ts";
import { feedAddresses } from "../../../site/feed-links.ts";

type TagsProps = { tags: readonly string[]; publication: Publication };

/** The tags, each with a link to the page of its articles. */
export function Tags({ tags, publication }: TagsProps) {
  return (
    <ul class="tags">
      {tags.map((tag) => (
        <li>
          <a href={feedAddresses(publication.address, allOf({ kind: "tag", slug: nameSlug(tag) })).html} rel="tag">
            <bdi class="p-category">{tag}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
