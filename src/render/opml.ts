import type { Catalogue, ListedFeed } from "../model/catalogue.ts";
import type { SCOPE_FOLDERS } from "../model/scope.ts";
import { timestampInUtc, toRfc822 } from "../model/timestamp.ts";
import { serialize } from "./feed-library.ts";
import { labelsFor } from "./html/labels.ts";
import { children, empty, text, type XmlElement } from "./xml-element.ts";

/**
 * All feeds as a subscription list (OPML 2.0), which a feed reader takes in at once. Each is named by its RSS address: readers follow one
 * outline as one subscription, so a feed must not stand here in two forms.
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
        dateModified: text(toRfc822(timestampInUtc(modified))),
        ownerName: owner && text(owner.name),
        ownerEmail: owner?.email === undefined ? undefined : text(owner.email),
      }),
      body: children({
        outline: [
          outline(everything),
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

function group(name: string, feeds: readonly ListedFeed[]): XmlElement[] {
  if (feeds.length === 0) return [];
  return [{ ...empty({ text: name, title: name }), ...children({ outline: feeds.map(outline) }) }];
}

function outline({ head: { addresses, description, title } }: ListedFeed): XmlElement {
  return empty({ type: "rss", text: title, title, description, xmlUrl: addresses.rss, htmlUrl: addresses.html });
}
