import { expect, test } from "vitest";
import { compilePublication } from "../../../../src/compile/compile-publication.ts";
import { PUBLICATION_FILE } from "../../../../src/compile/content-sources.ts";
import { openMediaFolder } from "../../../../src/compile/media/media-folder.ts";
import { contrast, MIN_CONTRAST } from "../../../../src/model/contrast.ts";

const HEAD = `title: Harbour News
address: https://news.example.org
description: News.
language: en
identity: { authority: news.example.org, date: "2026-01-01" }
sections: [{ slug: harbour, title: Harbour }]
`;

function compiled(more: string) {
  const bytes = new TextEncoder().encode(HEAD + more);
  return compilePublication({ file: PUBLICATION_FILE, bytes }, openMediaFolder([]), false);
}

test("a theme, authors, profiles and a time zone are facts of the publication", () => {
  const { publication, faults } = compiled(`theme:
  accent: "#06c"
  paper: { light: "#ffffff", dark: "#101010" }
  sections: { harbour: "#0b5345" }
  header: band
authors:
  - name: Ada Ferrier
    bio: Writes about boats.
    links: [{ title: Site, url: "https://ada.example/" }]
social: [{ title: Mastodon, url: "https://social.example/@harbour" }]
timeZone: Europe/Berlin
publishedWith: false
`);
  expect(faults).toEqual([]);
  expect(publication).toMatchObject({
    theme: { accent: { light: "#0066cc" }, header: "band", sections: { harbour: { light: "#0b5345" } } },
    authors: [{ name: "Ada Ferrier", links: [{ url: "https://ada.example/" }] }],
    timeZone: "Europe/Berlin",
    publishedWith: false,
  });
});

test.each([
  ['theme: { accent: "#ff8800" }', "theme.accent", "accent #ff8800 on", "light"],
  ['theme: { accent: { light: "#06c", dark: "#222222" } }', "theme.accent", "accent #222222 on", "dark"],
  ['theme: { ink: { light: "#aaaaaa" } }', "theme.ink", "ink #aaaaaa on", "light"],
  ['theme: { paper: { light: "#777777" } }', "theme.paper", "ink #1f1b16 on", "light"],
  [
    'theme: { sections: { harbour: "#ffee00" } }',
    "theme.sections.harbour",
    "the accent of harbour #ffee00 on",
    "light",
  ],
])("%s is refused: the fault names the pair, its ratio and a colour that passes", (theme, field, found, scheme) => {
  const fault = compiled(theme).faults.find((each) => each.field === field);
  expect(fault?.found).toContain(found);
  expect(fault?.found).toMatch(new RegExp(`, \\d+\\.\\d\\d : 1 in the ${scheme} scheme$`));
  expect(fault?.expected).toContain("4.5 : 1 (WCAG AA)");
  expect(fault?.line).toBeGreaterThan(6);
});

test("the colour that a fault names passes on the ground that it names", () => {
  const [fault] = compiled('theme: { accent: "#ff8800" }').faults;
  const [, ground = ""] = /on .*(#[0-9a-f]{6}),/.exec(fault?.found ?? "") ?? [];
  const [, nearest = ""] = /such as (#[0-9a-f]{6})/.exec(fault?.expected ?? "") ?? [];
  expect(contrast(nearest, ground)).toBeGreaterThanOrEqual(MIN_CONTRAST);
  expect(compiled(`theme: { accent: "${nearest}" }`).faults).toEqual([]);
});

test.each([
  ["theme: { accent: teal }", "theme.accent"],
  ['theme: { acent: "#06c" }', "theme.acent"],
  ["theme: { header: middle }", "theme.header"],
  ['theme: { sections: { harbor: "#0b5345" } }', "theme.sections.harbor"],
  ["timeZone: Berlin", "timeZone"],
  ["publishedWith: maybe", "publishedWith"],
  ["authors: [{ name: Ada }, { name: ada }]", "authors[1].name"],
  ["authors: [{ name: Ada, picture: ada.jpg }]", "authors[0].picture"],
])("%s is a fault at %s", (text, field) => {
  expect(compiled(text).faults.map((fault) => fault.field)).toContain(field);
});
