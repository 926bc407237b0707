import type { Author } from "../../../model/author.ts";
import { Picture } from "./picture.tsx";

type AuthorCardProps = { readonly author: Author; readonly href?: string };

/**
 * What the publication says of an author. With `href` the name is there too, as a link to the page of the author; on
 * that page, the heading is the name.
 */
export function AuthorCard({ author: { name, bio, picture, links }, href }: AuthorCardProps) {
  if (!bio && !picture && links.length === 0) return null;
  return (
    <div class="author-card h-card">
      {picture && <Picture file={picture} alternativeText="" isFirst={false} place="portrait" class="u-photo" />}
      <div>
        {href === undefined ? (
          <data class="p-name" value={name} />
        ) : (
          <p class="name">
            <a class="p-name u-url" href={href}>
              <bdi>{name}</bdi>
            </a>
          </p>
        )}
        {bio && <p class="p-note">{bio}</p>}
        {links.length > 0 && (
          <ul class="links">
            {links.map(({ title, url }) => (
              <li>
                <a class="u-url" href={url} rel={href === undefined ? "me" : undefined}>
                  <bdi>{title}</bdi>
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
