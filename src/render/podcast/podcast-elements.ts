/** Elements of the Podcast Namespace 1.0 that a channel and an episode have in common. */
import type { Funding, PodcastPerson } from "../../model/episode.ts";
import { text, type XmlNode } from "../../syntax/xml/write-xml.ts";

export function personElements(persons: readonly PodcastPerson[] = []): XmlNode[] {
  return persons.map(({ name, role, group, url, image }) => text(name, { role, group, href: url, img: image }));
}

export function fundingElements(funding: readonly Funding[] = []): XmlNode[] {
  return funding.map(({ url, text: label }) => text(label, { url }));
}

/** Characters ("license", "Please do not exceed"). */
const MAX_LICENCE_NAME = 128;

/**
 * The licence by its identifier in the SPDX list, in lower case. One that the list does not have is named by its
 * address without the scheme, because the element may not be empty and the model has no other name for it.
 */
export function licenceElement(licence: string | undefined): XmlNode | undefined {
  return licence === undefined ? undefined : text(licenceName(licence), { url: licence });
}

const CREATIVE_COMMONS = /^\/licenses\/(by(?:-nc)?(?:-nd|-sa)?)\/(\d\.\d)(?:\/([a-z]{2}))?(?:\/|$)/;
const PUBLIC_DOMAIN = /^\/publicdomain\/zero\/(\d\.\d)(?:\/|$)/;
const LISTED = /^\/licenses?\/([\w.+-]+?)(?:\.html|\.json|\.txt)?\/?$/;

function licenceName(licence: string): string {
  const { hostname, pathname, host } = new URL(licence);
  const site = hostname.replace(/^www\./, "");
  if (site === "creativecommons.org") {
    const [, terms, version, place] = CREATIVE_COMMONS.exec(pathname) ?? [];
    if (terms !== undefined && version !== undefined)
      return ["cc", terms, version, ...(place === undefined ? [] : [place])].join("-");
    const zero = PUBLIC_DOMAIN.exec(pathname)?.[1];
    if (zero !== undefined) return `cc0-${zero}`;
  }
  const listed = site === "spdx.org" || site === "opensource.org" ? LISTED.exec(pathname)?.[1] : undefined;
  return (listed ?? `${host}${pathname}`).toLowerCase().slice(0, MAX_LICENCE_NAME);
}
