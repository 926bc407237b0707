import type { Article } from "../../model/article.ts";
import type { Feed } from "../../model/feed.ts";
import { podcastOf } from "../../model/podcast.ts";
import { coverOf } from "../../model/podcast-cover.ts";
import { recordingOf } from "../../model/recording.ts";
import { empty, type XmlNode } from "../../syntax/xml/write-xml.ts";
import { deletedEntry } from "../atom-elements.ts";
import { declareNamespaces } from "../namespaces.ts";
import { rssDocument } from "../rss-document.ts";
import { podcastChannel } from "./channel.ts";
import { podcastEpisode } from "./episode.ts";

/**
 * A podcast: RSS 2.0 with the elements of Apple, of the Podcast Namespace 1.0 and of Podlove Simple Chapters 1.2, by
 * the Podcast Standards Project's PSP-1. Each item is an episode: its enclosure is the recording.
 */
export function renderPodcast(feed: Feed): string {
  const { publication, selection, withdrawals } = feed;
  const podcast = (selection.scope.kind === "podcast" && podcastOf(publication, selection.scope)) || {};
  const cover = coverOf(podcast, publication);
  return rssDocument(feed, {
    form: "podcast",
    namespaces: declareNamespaces("itunes", "podcast", hasChapters(feed) && "psc", withdrawals.length > 0 && "at"),
    channelNamespaces: {},
    image: cover,
    channel: {
      ...podcastChannel(podcast, feed),
      "at:deleted-entry": withdrawals.map((each) => deletedEntry(each, "atom:")),
    },
    item: episodeElements,
  });
}

/** Whether an episode of the feed has chapters in the feed itself. */
function hasChapters({ entries }: Feed): boolean {
  return entries.some((article) => recordingOf(article)?.chapters !== undefined);
}

function episodeElements(article: Article): Readonly<Record<string, XmlNode | readonly XmlNode[] | undefined>> {
  const file = recordingOf(article)?.file;
  return {
    enclosure: file && empty({ url: file.url, length: file.length, type: file.mediaType }),
    ...podcastEpisode(article),
  };
}
