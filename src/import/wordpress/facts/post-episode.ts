import { EPISODE_TYPES, type Episode } from "../../../model/episode.ts";
import { languageTag, webAddress } from "../../../model/schema.ts";
import type { XmlElement } from "../../../syntax/xml/xml-element.ts";
import { absoluteAddress } from "../../feeds/feed-head.ts";
import { typeOfEnding } from "../../media/media-type-of.ts";
import { valueInPhp } from "./php-values.ts";
import { powerPressFacts } from "./post-enclosures.ts";
import { metaOf } from "./post-meta.ts";

/** The texts that a plugin keeps for an episode, in the notation of the plugin. */
type WrittenEpisode = { readonly [name in keyof Episode]?: string | undefined } & {
  readonly transcript?: string | undefined;
  readonly transcriptLanguage?: string | undefined;
};

/** The facts about the episode of a post that PowerPress and Seriously Simple Podcasting keep. */
export function episodeOf(item: XmlElement, site: string | undefined): Episode | undefined {
  // Those behind the first are about the recordings of further podcasts.
  const [first] = powerPressFacts(item);
  const facts = [ofSeriouslySimple(item), ...(first === undefined ? [] : [ofPowerPress(first)])];
  const episode = Object.assign({}, ...facts.map((each) => readEpisode(each, site)));
  return Object.keys(episode).length > 0 ? episode : undefined;
}

function ofPowerPress(facts: string): WrittenEpisode {
  const value = (key: string) => valueInPhp(facts, key);
  // 1 means explicit, 2 means clean, and 0 means that nothing is said.
  const explicit: Readonly<Record<string, string>> = { "1": "yes", "2": "no" };
  return {
    season: value("season"),
    episode: value("episode_no"),
    episodeType: value("episode_type"),
    explicit: explicit[value("explicit") ?? ""],
    art: value("itunes_image"),
    chaptersUrl: value("pci_chapters_url"),
    transcript: value("pci_transcript_url"),
    transcriptLanguage: value("pci_transcript_language"),
  };
}

function ofSeriouslySimple(item: XmlElement): WrittenEpisode {
  return {
    season: metaOf(item, "itunes_season_number"),
    episode: metaOf(item, "itunes_episode_number"),
    episodeType: metaOf(item, "itunes_episode_type"),
    explicit: metaOf(item, "explicit") === "on" ? "yes" : undefined,
    art: metaOf(item, "cover_image"),
  };
}

function readEpisode(written: WrittenEpisode, site: string | undefined): Episode {
  const addressOf = (text: string | undefined) => webAddress.safeParse(absoluteAddress(text, site)).data;
  const url = addressOf(written.transcript);
  const mediaType = url === undefined ? undefined : typeOfEnding(url);
  const language = languageTag.safeParse(written.transcriptLanguage).data;
  const found: Episode = {
    season: numberIn(written.season, /^\d{1,9}$/),
    episode: numberIn(written.episode, /^\d{1,9}(?:\.\d{1,9})?$/),
    episodeType: EPISODE_TYPES.find((type) => type === written.episodeType?.toLowerCase()),
    explicit: written.explicit === undefined ? undefined : written.explicit === "yes",
    art: addressOf(written.art),
    chaptersUrl: addressOf(written.chaptersUrl),
    transcripts: url && mediaType ? [{ url, mediaType, ...(language !== undefined && { language }) }] : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** PowerPress writes 0 if there is no number. */
function numberIn(text: string | undefined, notation: RegExp): number | undefined {
  return notation.test(text ?? "") ? Number(text) || undefined : undefined;
}
