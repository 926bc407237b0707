import { expect, it } from "vitest";
import { enclosuresOf } from "../../../../src/import/wordpress/facts/post-enclosures.ts";
import { episodeOf } from "../../../../src/import/wordpress/facts/post-episode.ts";
import { itemWith as post } from "./item-with.ts";

it.each([
  [
    "of WordPress",
    { enclosure: "https://a.example/1.mp3\n96547\naudio/mpeg\n" },
    [["https://a.example/1.mp3", "audio/mpeg", 96_547, undefined]],
  ],
  [
    "of PowerPress",
    {
      enclosure: '/1.mp3\r\n12\r\naudio/mpeg\r\na:1:{s:8:"duration";s:8:"00:12:34";}',
      "_extra:enclosure": "https://a.example/2.mp4\n\nvideo/mp4",
    },
    [
      ["https://site.example/1.mp3", "audio/mpeg", 12, 754],
      ["https://a.example/2.mp4", "video/mp4", undefined, undefined],
    ],
  ],
  [
    "of Seriously Simple Podcasting",
    { audio_file: "https://a.example/1.m4a?x=1", filesize_raw: "5", duration: "90" },
    [["https://a.example/1.m4a?x=1", "audio/mp4", 5, 90]],
  ],
  ["that is no address", { enclosure: "ftp://a.example/1.mp3\n0\n" }, []],
])("a recording %s", (_, fields, wanted) => {
  const found = enclosuresOf(post(fields), "https://site.example/");
  expect(found.map(({ url, mediaType, length, duration }) => [url, mediaType, length, duration])).toEqual(wanted);
});

it.each([
  [
    "PowerPress",
    {
      enclosure: [
        "/1.mp3",
        "12",
        "audio/mpeg",
        'a:8:{s:6:"season";s:1:"2";s:10:"episode_no";i:7;s:12:"episode_type";s:5:"bonus";s:8:"explicit";s:1:"2";',
        's:12:"itunes_image";s:6:"/a.jpg";s:16:"pci_chapters_url";s:22:"https://a.example/c.js";',
        's:18:"pci_transcript_url";s:23:"https://a.example/t.srt";s:23:"pci_transcript_language";s:2:"nl";}',
      ].join("\n"),
    },
    {
      season: 2,
      episode: 7,
      episodeType: "bonus",
      explicit: false,
      art: "https://site.example/a.jpg",
      chaptersUrl: "https://a.example/c.js",
      transcripts: [{ url: "https://a.example/t.srt", mediaType: "application/x-subrip", language: "nl" }],
    },
  ],
  [
    "Seriously Simple Podcasting",
    {
      audio_file: "/1.mp3",
      itunes_season_number: "1",
      itunes_episode_number: "3",
      itunes_episode_type: "full",
      explicit: "on",
      cover_image: "/b.jpg",
    },
    { season: 1, episode: 3, episodeType: "full", explicit: true, art: "https://site.example/b.jpg" },
  ],
  [
    "PowerPress for two podcasts",
    { enclosure: "/1.mp3\n12\naudio/mpeg\n", "_b:enclosure": '/1.mp4\n1\nvideo/mp4\na:1:{s:6:"season";s:1:"9";}' },
    undefined,
  ],
  ["no plugin", { enclosure: "/1.mp3\n12\naudio/mpeg\n" }, undefined],
])("the facts about an episode of %s", (_, fields, wanted) => {
  expect(episodeOf(post(fields), "https://site.example/")).toEqual(wanted);
});

it.each([
  [{ enclosure: '/1.mp3\n1\naudio/mpeg\na:1:{s:13:"episode_title";s:9:"The pilot";}' }, "The pilot"],
  [{ audio_file: "/1.mp3", itunes_title: "Tides" }, "Tides"],
])("the title of an episode of %j", (fields, title) => {
  expect(enclosuresOf(post(fields), "https://site.example/")).toMatchObject([{ title }]);
});
