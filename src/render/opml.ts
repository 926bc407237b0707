import type { Catalogue, ListedFeed } from "../model/catalogue.ts";
import type { SCOPE_FOLDERS } from "../model/scope.ts";
import { timestampInUtc } from "../model/timestamp.ts";
import { formatRfc822 } from "../syntax/rfc822-date.ts";
import { children, empty, serialize, text, type XmlNode } from "../syntax/xml/write-xml.ts";
import { feedDescription } from "./feed-description.ts";
import { labelsFor } from "./html/labels/labels-for.ts";

export const OPML_MEDIA_TYPE = "text/x-opml";

/**
 * All feeds as a subscription list (OPML 2.0), which a feed reader imports in one step. Each feed is listed with its
 * RSS address only: readers make a subscription of every outline, so a feed must not be listed in two formats. Podcasts
 * are in a group of their own.
 */
export function renderOpml({ everything, feeds, modified }: Catalogue): string {
  const { publication, title } = everything.head;
  const labels = labelsFor(publication.language);
  const owner = publication.people[0];
  const groups = { section: labels.sections, tag: labels.tags, author: labels.authors } satisfies Record<
    keyof typeof SCOPE_FOLDERS,
    string
  >;
  return serialize({
    opml: {
      ...empty({ version: "2.0" }),
      head: children({
        title: text(title),
        dateModified: text(formatRfc822(timestampInUtc(modified))),
        ownerName: owner && text(owner.name),
        ownerEmail: owner?.email === undefined ? undefined : text(owner.email),
      }),
      body: children({
        outline: [
          outline(everything),
          ...group(
            labels.podcast,
            feeds.filter(({ scope }) => scope.kind === "podcast"),
          ),
          ...Object.entries(groups).flatMap(([kind, name]) =>
            group(
              name,
              feeds.filter(({ scope }) => scope.kind === kind),
            ),
          ),
        ],
      }),
    },
  });
}

function group(name: string, feeds: readonly ListedFeed[]): XmlNode[] {
  if (feeds.length === 0) return [];
  return [{ ...empty({ text: name, title: name }), ...children({ outline: feeds.map(outline) }) }];
}

function outline({ head, scope }: ListedFeed): XmlNode {
  const { addresses, title } = head;
  const description = feedDescription(head);
  const xmlUrl = scope.kind === "podcast" ? addresses.podcast : addresses.rss;
  return empty({ type: "rss", text: title, title, description, xmlUrl, htmlUrl: addresses.html });
}
