import { describe, expect, test } from "vitest";
import { compilePublication } from "../../../../src/compile/compile-publication.ts";
import { formatFault } from "../../../../src/compile/content-fault.ts";
import { openMediaFolder } from "../../../../src/compile/media/media-folder.ts";
import { podcastOf } from "../../../../src/model/podcast.ts";
import { coverOf } from "../../../../src/model/podcast-cover.ts";
import { ok } from "../../../../src/syntax/result.ts";

const picture = (name: string, width: number, height = width, mediaType = "image/jpeg") => ({
  name,
  ...ok({ name, hash: "0a1b2c3d4e5f6071", mediaType, length: 9, width, height }),
});
const MEDIA = [
  picture("cover.jpg", 1_400),
  picture("large.png", 3_000, 3_000, "image/png"),
  picture("small.png", 512, 512, "image/png"),
  picture("huge.jpg", 3_001),
  picture("wide.jpg", 2_000, 1_600),
  picture("cover.webp", 2_000, 2_000, "image/webp"),
];
const OWNER = "people: [{ name: A, email: a@a.news }]\n";
const RIGHT = "category: News, image: cover.jpg";

function compile(fields: string) {
  const text = `title: A\naddress: https://a.news\ndescription: N.\nlanguage: en\nidentity: { authority: a.news, date: 2026-01-01 }\n${fields}`;
  const content = { file: "content/publication.yaml", bytes: new TextEncoder().encode(text) };
  return compilePublication(content, openMediaFolder(MEDIA), true);
}

const faultsOf = (fields: string) =>
  compile(fields).faults.map((fault) => formatFault(fault).replace("content/publication.yaml:", ""));
const faultsOfPodcast = (members: string) => faultsOf(`${OWNER}podcast: { ${members} }\n`);

test("every field of a podcast is read", () => {
  const { faults, publication } = compile(`podcast:
  title: Talk
  description: About the quay.
  author: The desk
  image: large.png
  category: News
  subcategory: Politics
  explicit: false
  type: serial
  medium: podcast
  guid: 9B024349-CCF0-5F69-A609-6B82873EAB3C
  locked: true
  owner: { name: Desk, email: desk@a.news }
  funding: [{ url: https://a.news/give, text: Give }]
  persons: [{ name: Ada, role: host }]
`);
  expect(faults).toEqual([]);
  expect(publication?.podcast).toMatchObject({
    title: "Talk",
    author: "The desk",
    image: { mediaType: "image/png", width: 3_000, height: 3_000 },
    category: "News",
    subcategory: "Politics",
    explicit: false,
    type: "serial",
    guid: "9b024349-ccf0-5f69-a609-6b82873eab3c",
    locked: true,
    owner: { name: "Desk", email: "desk@a.news" },
    funding: [{ url: "https://a.news/give", text: "Give" }],
    persons: [{ name: "Ada", role: "host" }],
  });
});

describe("the category", () => {
  test.each([
    ["News", []],
    ["Technology", []],
    ["TV & Film, subcategory: After Shows", []],
    [
      "news",
      ['7 podcast.category: found "news"; expected a category of Apple\'s list, in English; did you mean "News"?'],
    ],
    ["Technologie", [expect.stringContaining('did you mean "Technology"?')]],
    ["Society &amp; Culture", [expect.stringContaining('did you mean "Society & Culture"?')]],
    ["Society and Culture", [expect.stringContaining('did you mean "Society & Culture"?')]],
    ["News & Politics", [expect.stringContaining('did you mean "News"?')]],
    ["Politics", [expect.stringContaining('did you mean category "News" with subcategory "Politics"?')]],
    ["Qwertzuiop", [expect.stringContaining("in English: Arts, Business, Comedy")]],
    [
      "News, subcategory: politics",
      [expect.stringMatching(/podcast\.subcategory: found "politics".*did you mean "Politics"\?$/)],
    ],
    [
      "Business, subcategory: Politics",
      [expect.stringContaining('; did you mean category "News" with subcategory "Politics"?')],
    ],
    ["Technology, subcategory: Gadgets", [expect.stringContaining("expected no subcategory: Technology has none")]],
    ["toString", [expect.stringContaining("expected a category of Apple's list")]],
  ])("%s", (category, faults) => {
    expect(faultsOfPodcast(`category: ${category}, image: cover.jpg`)).toEqual(faults);
  });

  test("is required, also above a subcategory", () => {
    expect(faultsOfPodcast("image: cover.jpg")).toEqual([
      "7 podcast.category: expected a category of Apple's list, in English, such as News",
    ]);
    expect(faultsOfPodcast("image: cover.jpg, subcategory: Politics")).toEqual([
      '7 podcast.category: expected the category that the subcategory is of; did you mean category "News" with subcategory "Politics"?',
    ]);
  });
});

describe("the cover", () => {
  const COVER = "a square JPEG or PNG with sides of 1,400 to 3,000 pixels";
  test.each([
    ["cover.jpg", []],
    ["large.png", []],
    ["small.png", [`found image/png, 512 × 512 pixels; expected ${COVER}; the nearest is 1,400 × 1,400 pixels`]],
    ["huge.jpg", [`found image/jpeg, 3,001 × 3,001 pixels; expected ${COVER}; the nearest is 3,000 × 3,000 pixels`]],
    ["wide.jpg", [`found image/jpeg, 2,000 × 1,600 pixels; expected ${COVER}; the nearest is 2,000 × 2,000 pixels`]],
    [
      "cover.webp",
      [
        `found image/webp, 2,000 × 2,000 pixels; expected ${COVER}; the nearest is 2,000 × 2,000 pixels, as JPEG or PNG`,
      ],
    ],
    ["covr.jpg", ['found "covr.jpg"; expected the name of a file in content/media; did you mean "cover.jpg"?']],
  ])("%s", (image, faults) => {
    expect(faultsOfPodcast(`category: News, image: ${image}`)).toEqual(
      faults.map((each) => `7 podcast.image: ${each}`),
    );
  });

  test("may be a picture of the publication that can be one", () => {
    const { publication, faults } = compile(`${OWNER}icon: large.png\nlogo: wide.jpg\npodcast: { category: News }\n`);
    expect(faults).toEqual([]);
    expect(publication && coverOf(publication.podcast ?? {}, publication)?.width).toBe(3_000);
    expect(faultsOf(`${OWNER}icon: small.png\npodcast: { category: News }\n`)).toEqual([
      `8 podcast.image: expected the name of ${COVER} in content/media; the icon is image/png, 512 × 512 pixels`,
    ]);
  });
});

test.each([
  ["explicit: yes", 'podcast.explicit: found "yes"; expected true or false; did you mean "true"?'],
  ["explicit: clean", 'podcast.explicit: found "clean"; expected true or false; did you mean "false"?'],
  ["explicit: False", 'podcast.explicit: found "False"; expected true or false; did you mean "false"?'],
  ["locked: 1", 'podcast.locked: found "1"; expected true or false'],
  ["type: Serial", 'podcast.type: found "Serial"; expected one of episodic, serial; did you mean "serial"?'],
  ["type: episodes", 'podcast.type: found "episodes"; expected one of episodic, serial; did you mean "episodic"?'],
  [
    "medium: podcasts",
    'podcast.medium: found "podcasts"; expected one of podcast, music, video, film, audiobook, course; did you mean "podcast"?',
  ],
  ["guid: 1234", 'podcast.guid: found "1234"; expected a UUID such as 9b024349-ccf0-5f69-a609-6b82873eab3c'],
])("%s is a fault with the nearest right value", (member, fault) => {
  expect(faultsOfPodcast(`${RIGHT}, ${member}`)).toEqual([`7 ${fault}`]);
});

test("a podcast has an owner with an e-mail address", () => {
  const expected = "an owner with name and email, or a person with an e-mail address in people";
  expect(faultsOf(`podcast: { ${RIGHT} }\n`)).toEqual([`6 podcast.owner: expected ${expected}`]);
  expect(faultsOf(`podcast: { ${RIGHT}, owner: { name: A, email: nobody } }\n`)).toEqual([
    expect.stringContaining("podcast.owner.email"),
  ]);
});

test("an unknown field is named, in a section too", () => {
  const fields =
    "title, description, author, image, category, subcategory, explicit, type, medium, guid, locked, owner, funding, persons";
  expect(faultsOfPodcast(`${RIGHT}, categoryy: News`)).toEqual([
    `7 podcast.categoryy: found an unknown field; expected one of the fields ${fields}; did you mean "category"?`,
  ]);
  expect(faultsOf("sections: [{ slug: a, title: A, podcast: { imag: x } }]\n")[0]).toContain('did you mean "image"?');
});

describe("the podcast of a section", () => {
  const sections = (members: string) => `sections: [{ slug: a, title: A, podcast: ${members} }]\n`;

  test("has the facts of the publication's podcast, except its own", () => {
    const own = sections("{ category: Sports, image: large.png }");
    const { publication, faults } = compile(
      `${OWNER}podcast: { ${RIGHT}, subcategory: Politics, title: All, explicit: true }\n${own}`,
    );
    expect(faults).toEqual([]);
    const podcast = publication && podcastOf(publication, { kind: "podcast", section: "a" });
    expect(podcast).toMatchObject({ category: "Sports", explicit: true, image: { width: 3_000 } });
    expect(podcast).not.toHaveProperty("title");
    expect(podcast).not.toHaveProperty("subcategory");
  });

  test("may say `true` only, and then inherits all of them", () => {
    const { publication, faults } = compile(`${OWNER}podcast: { ${RIGHT} }\n${sections("true")}`);
    expect(faults).toEqual([]);
    expect(publication?.sections[0]?.podcast).toEqual({});
  });

  test("is checked by itself, and each fault is told once", () => {
    expect(faultsOf(`${OWNER}podcast: { category: Newz, image: cover.jpg }\n${sections("true")}`)).toHaveLength(1);
    expect(faultsOf(`${OWNER}podcast: { ${RIGHT} }\n${sections("{ category: Newz }")}`)).toEqual([
      expect.stringMatching(/^8 sections\[0\]\.podcast\.category: found "Newz".*did you mean "News"\?$/),
    ]);
    expect(faultsOf(`${OWNER}${sections("true")}`)).toHaveLength(2);
  });
});
