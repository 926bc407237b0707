import { createHash } from "node:crypto";
import { type Podcast, podcastOf, podcastScopes } from "../../model/podcast.ts";
import type { Publication } from "../../model/publication.ts";
import { type PodcastScope, scopeKey } from "../../model/scope.ts";
import { allOf } from "../../model/selection.ts";
import { feedAddresses } from "../../site/feed-links.ts";
import { isPlaceholderAddress } from "../../site/placeholder-address.ts";

/** The guids of podcasts, by `scopeKey`, as the ledger keeps them. */
export type PodcastGuids = Readonly<Record<string, string>>;

/**
 * The guids to record: those that the publication gives, those that are recorded, and for a podcast without either,
 * that of its address. A guid of a placeholder address is not recorded, because every copy of the example would have
 * it.
 */
export function recordedGuids(known: PodcastGuids = {}, publication: Publication): PodcastGuids {
  const found = podcastScopes(publication).flatMap((scope): [string, string][] => {
    const given = podcastOf(publication, scope)?.guid ?? known[scopeKey(scope)];
    if (given === undefined && isPlaceholderAddress(publication.address)) return [];
    return [[scopeKey(scope), given ?? guidOf(publication, scope)]];
  });
  return { ...known, ...Object.fromEntries(found) };
}

/** The publication with the guid of each of its podcasts. */
export function withPodcastGuids(publication: Publication, known: PodcastGuids = {}): Publication {
  const withGuid = (podcast: Podcast, scope: PodcastScope): Podcast => ({
    ...podcast,
    guid: podcast.guid ?? known[scopeKey(scope)] ?? guidOf(publication, scope),
  });
  const { podcast, sections, ...rest } = publication;
  return {
    ...rest,
    sections: sections.map(({ podcast: own, ...section }) => ({
      ...section,
      ...(own && { podcast: withGuid(own, { kind: "podcast", section: section.slug }) }),
    })),
    ...(podcast && { podcast: withGuid(podcast, { kind: "podcast" }) }),
  };
}

function guidOf(publication: Publication, scope: PodcastScope): string {
  return podcastGuid(feedAddresses(publication.address, allOf(scope)).podcast);
}

/** The namespace of `podcast:guid` (Podcast Namespace 1.0, "guid"). */
const GUID_NAMESPACE = "ead4c236bf5858c6a2c6a6b28d128cb6";

/** The UUID, version 5 (RFC 9562 section 5.5), of a feed's address without its scheme and its trailing slashes. */
export function podcastGuid(address: string): string {
  const name = address.replace(/^[a-z]+:\/\//, "").replace(/(?<!\/)\/+$/, "");
  const hash = createHash("sha1").update(Buffer.from(GUID_NAMESPACE, "hex")).update(name).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
