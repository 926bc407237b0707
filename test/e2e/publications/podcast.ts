import { ABOUT, daysAgo, type GeneratedPublication, idOf } from "./generated-publication.ts";
import { plainPng, silentMp3 } from "./made-media.ts";

/** An episode, as readers must have it. */
export type Episode = {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly seconds: number;
  readonly number: number;
};

export const EPISODES: readonly Episode[] = [
  { id: idOf("episodes-1"), title: "The first ferry & its bell", file: "episodes/first.mp3", seconds: 61, number: 1 },
  { id: idOf("episodes-2"), title: "A night at the lighthouse", file: "episodes/second.mp3", seconds: 95, number: 2 },
  { id: idOf("episodes-3"), title: "“Where is the map?”", file: "episodes/third.mp3", seconds: 12, number: 3 },
];

/** An article without sound stands between the episodes, with a picture and a document, which are not episodes. */
export const ARTICLE = { id: idOf("timetable"), title: "The winter timetable" };

/** A podcast with an article between its episodes, every fact that an episode may have, and a cover. */
export function podcast(): GeneratedPublication {
  return {
    about: {
      ...ABOUT,
      title: "Quay Radio",
      description: "Sounds of a harbour that does not exist.",
      language: "en-GB",
      logo: "cover.png",
      sections: [{ slug: "sea", title: "The sea", description: "What is heard outside the harbour." }],
      podcast: { category: "Society & Culture", subcategory: "Documentary", explicit: false, type: "episodic" },
    },
    media: {
      "cover.png": plainPng(1_400, 1_400),
      "timetable.png": plainPng(640, 360),
      "timetable.txt": Buffer.from("8.00 from the quay\n9.00 from the island\n"),
      "third.vtt": Buffer.from("WEBVTT\n\n00:00.000 --> 00:04.000\nWhere is the map?\n"),
      ...Object.fromEntries(EPISODES.map(({ file, seconds }) => [file, silentMp3(seconds)])),
    },
    articles: [
      ...EPISODES.map(({ id, title, file, seconds, number }) => ({
        slug: `episode-${number}`,
        fields: {
          id,
          title,
          byline: "Ida Quayle",
          published: daysAgo(20 - number * 3),
          section: "sea",
          tags: ["Harbour", "Ferries & bells"],
          attachments: [
            { src: file, title: "The episode", duration: seconds, season: 1, episode: number, ...moreOf(number) },
          ],
        },
        markdown: `Episode ${number}. What is heard: **a bell**, gulls, and a rope on wet wood.\n\n- a bell\n- gulls\n`,
      })),
      {
        slug: "timetable",
        fields: {
          ...ARTICLE,
          byline: "Ida Quayle",
          published: daysAgo(2),
          image: { src: "timetable.png", alt: "A table of hours", caption: "As it hangs at the quay" },
          attachments: [{ src: "timetable.txt", title: "The hours as text" }],
        },
        markdown: "The first ferry of the day leaves at eight. The last one leaves at nine in the evening.",
      },
    ],
  };
}

/** The third episode has whatever else an episode may have. */
function moreOf(number: number) {
  if (number !== 3) return {};
  return {
    episodeType: "full",
    explicit: false,
    chapters: [
      { start: 0, title: "The drawer" },
      { start: 7, title: "The map", url: "https://example.org/map" },
    ],
    transcripts: [{ src: "third.vtt", language: "en-GB" }],
    persons: [{ name: "Ida Quayle", role: "host", url: "https://example.org/ida" }],
  };
}
