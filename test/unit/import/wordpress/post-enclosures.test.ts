import { expect, it } from "vitest";
import { enclosuresOf } from "../../../../src/import/wordpress/facts/post-enclosures.ts";
import type { XmlElement } from "../../../../src/syntax/xml/xml-element.ts";

const element = (name: string, ...children: (XmlElement | string)[]): XmlElement => ({
  name,
  namespace: "",
  attributes: {},
  children,
});
const post = (fields: Readonly<Record<string, string>>) =>
  element(
    "item",
    ...Object.entries(fields).map(([key, value]) =>
      element("wp:postmeta", element("wp:meta_key", key), element("wp:meta_value", value)),
    ),
  );

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
