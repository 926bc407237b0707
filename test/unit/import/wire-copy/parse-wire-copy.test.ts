import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseWireCopy } from "../../../../src/import/wire-copy/parse-wire-copy.ts";

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, `../../../fixtures/wire-copy/${name}.txt`), "utf8");

const zone = "Asia/Hong_Kong";

function copyOf(text: string, context = { zone }) {
  const parsed = parseWireCopy(text, context);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

describe("wire copy with every field", () => {
  const { copy, notes } = copyOf(fixture("ferry"));
  const { body, ...fields } = copy;

  it("is read into fields", () => {
    expect(fields).toEqual({
      headline: "Port Ellery ferry to stay in dock until summer",
      byline: [],
      agency: "Coastal News Agency",
      image: {
        caption:
          "Ada Ferrier, harbour master of Port Ellery, reads the tide table beside the slipway on March 3, 2024.",
        credit: "BO LINDQVIST/POOL/COASTAL",
      },
      dateline: "PORT ELLERY",
      published: "2024-03-03T18:05:00+08:00",
      updated: "2025-04-12T07:20:00+08:00",
      unplaced: [],
    });
  });

  it("is read into blocks in the order of the text", () => {
    expect(body.map(({ kind }) => kind)).toEqual([
      ...["paragraph", "paragraph", "pull-quote", "paragraph", "related"],
      ...["paragraph", "paragraph", "paragraph", "related", "paragraph"],
    ]);
    expect(body[0]).toEqual({
      kind: "paragraph",
      text: "The only ferry of the Ellery islands will not sail before June, the harbour master of Port Ellery (PE) told skippers’ families on Monday.",
    });
    expect(body[2]).toEqual({
      kind: "pull-quote",
      paragraphs: [
        "A boat that sails on luck is not a timetable. Give the fitters eight weeks and you will have a ferry again.",
      ],
      by: "Ada Ferrier",
      role: "harbour master of Port Ellery, who signs the timetable",
    });
    expect(body[4]).toEqual({
      kind: "related",
      label: "READ MORE",
      title: "Slipway reopens: what skippers need to know",
    });
    expect(body[6]).toEqual({
      kind: "paragraph",
      text: "“A boat that sails on luck is not a timetable. Give the fitters eight weeks and you will have a ferry again,” Ferrier said in the net loft.",
    });
    expect(body[8]).toEqual({
      kind: "related",
      label: "ALSO READ",
      title: "Twelve seats and a dog: a day on the mail boat",
    });
  });

  it("is read with a note of each guess", () => {
    expect(notes).toEqual([
      'byline: took "Coastal News Agency" for an agency',
      'image: took "Ada Ferrier, harbour master of Port Ellery, reads the tide…" for a caption, "BO LINDQVIST/POOL/COASTAL" for its credit',
      'pull quote: took "A boat that sails on luck is not a timetable. Give the…", by "Ada Ferrier", "harbour master of Port Ellery, who signs the timetable" (the text says it again)',
      'dateline: took "PORT ELLERY"',
      'zone: "18:05, March 3, 2024" read as 2024-03-03T18:05:00+08:00 (Asia/Hong_Kong)',
      'zone: "07:20, April 12, 2025" read as 2025-04-12T07:20:00+08:00 (Asia/Hong_Kong)',
    ]);
  });
});

describe("wire copy in other layouts", () => {
  it("is read with several bylines, a job title, a dateline with agency and day, a list of titles, Windows line ends and a byte order mark", () => {
    const { copy, notes } = copyOf(fixture("two-reporters"));
    expect(copy).toEqual({
      headline: "Harbour lights to burn longer from April",
      byline: ["Jane Example", "John Sample"],
      agency: "Lantern News Service",
      dateline: "NEW ELLERY, April 3",
      published: "2024-04-03T21:42:00+08:00",
      body: [
        { kind: "paragraph", text: "The lights on the quay will burn until midnight, the lamp board said." },
        { kind: "paragraph", text: '"A lamp is a promise with oil in it," the board\'s keeper said.' },
        { kind: "related", label: "RELATED STORIES", title: "How the lamps were first lit" },
        {
          ...{ kind: "related", label: "RELATED STORIES", title: "Why oil is dear" },
          href: "https://example.org/oil?from=1&to=2",
        },
        { kind: "paragraph", text: "The board meets again on Friday." },
      ],
      unplaced: ["Staff Reporter"],
    });
    expect(notes).toEqual([
      'byline: took "Lantern News Service" for an agency',
      'byline: took "Jane Example" for a person',
      'byline: took "John Sample" for a person',
      'dateline: took "NEW ELLERY, April 3", with the day "April 3"',
      'published: took "3 April 2024, 9:42 pm", which has no label',
      'zone: "3 April 2024, 9:42 pm" read as 2024-04-03T21:42:00+08:00 (Asia/Hong_Kong)',
      'kept as a comment: "Staff Reporter", for which there is no field',
    ]);
  });

  it("is read with the required fields only, a zone of its own and text that Markdown would interpret", () => {
    const { copy, notes } = copyOf(fixture("plain"));
    expect(copy).toEqual({
      headline: "Tide tables are free again",
      byline: [],
      published: "2024-02-03T21:42:00+01:00",
      body: [
        "The board prints the tables on paper * and on the web.",
        "1. It costs nothing.",
        "# 2 on the list: _no_ log-in at [the site](somewhere), <b>none</b> & :none at https://example.org/tides.",
      ].map((text) => ({ kind: "paragraph", text })),
      unplaced: [],
    });
    expect(notes).toEqual([]);
  });

  it("is read with wrapped lines", () => {
    const { copy, notes } = copyOf(fixture("wrapped"));
    expect(copy.body).toEqual([
      {
        kind: "paragraph",
        text: "Boats may moor at the old wall for as long as the new one is being built, the board of the harbour said in a letter to all skippers that was read out twice.",
      },
      {
        kind: "paragraph",
        text: "Skippers had asked for a third reading, which the board refused with thanks and a bow.",
      },
    ]);
    expect(copy.dateline).toBe("OLD ELLERY/NEW ELLERY");
    expect(copy.unplaced).toEqual(["in Old Ellery"]);
    expect(notes[1]).toBe("paragraphs: joined the lines of 2, which looked wrapped");
  });
});

describe("the header of wire copy, in any order", () => {
  const expected = {
    headline: "Quay opens",
    byline: ["Jane Example"],
    agency: "AFP",
    published: "2024-03-03T21:42:00+08:00",
    updated: "2024-03-04T09:00:00+08:00",
    body: [{ kind: "paragraph", text: "It is open." }],
    unplaced: [],
  };
  const published = "Published: 21:42, March 3, 2024";
  const updated = "Updated: 09:00, March 4, 2024";

  it.each([
    [published, updated, "Quay opens", "By Jane Example, AFP"],
    ["Quay opens", "By Jane Example", "AFP", `${published} | ${updated}`],
    ["Quay opens", `By Jane Example, AFP | ${published} | ${updated}`],
    ["By Jane Example", "Quay opens", "By AFP", `${published} ${updated}`].slice(1).concat("By Jane Example"),
    ["Quay opens", "", "By Jane Example", "By AFP", "", published, "", `(${updated})`],
    [
      "By Jane Example, AFP",
      "Quay opens",
      `First published on March 3, 2024 at 9:42 pm`,
      `Last ${updated.toLowerCase()}`,
    ],
    ["Quay opens", "By Jane Example", "Source: AFP", "March 3, 2024 21:42", updated],
  ])("is read from %j", (...lines) => {
    expect(copyOf([...lines, "", "It is open."].join("\n")).copy).toEqual(expected);
  });

  it("is read with a standfirst as the summary, and with furniture", () => {
    const lines = ["Quay opens", "And the bar with it", `By AFP | ${published} | 3 min read`, "It is open."];
    const { copy, furniture } = copyOf(lines.join("\n"));
    expect([copy.standfirst, copy.unplaced, copy.body.length]).toEqual(["And the bar with it", [], 1]);
    expect(furniture).toEqual(["3 min read"]);
  });

  it("is read with a headline that begins with By if a byline follows", () => {
    expect(copyOf(["By Boat", "By Jane Example", published, "It is open."].join("\n")).copy.headline).toBe("By Boat");
  });

  it("does not include a first paragraph that begins with By or ends in brackets", () => {
    for (const text of ["By Monday the quay was empty.", "The pilots met the Harbour Board (HB)."])
      expect(copyOf([published, "Quay opens", text, "It is open."].join("\n")).copy.body[0]).toEqual({
        kind: "paragraph",
        text,
      });
  });

  it("is read with brackets in mixed case as a credit only above a dateline", () => {
    const lines = ["Quay opens", published, "The quay at dusk. (Bo Lindqvist)"];
    expect(copyOf([...lines, "OLDQUAY - It is open."].join("\n")).copy.image).toEqual({
      ...{ caption: "The quay at dusk.", credit: "Bo Lindqvist" },
    });
    expect(copyOf([...lines, "It is open."].join("\n")).copy.image).toBeUndefined();
  });

  it("is read with the captions of further pictures and the dateline below them", () => {
    const lines = [
      "Quay opens",
      published,
      "The quay at dusk. (AFP)",
      "The quay at dawn. (AFP)",
      "OLDQUAY - It is open.",
    ];
    const { copy } = copyOf(lines.join("\n"));
    expect(copy).toMatchObject({
      image: { caption: "The quay at dusk.", credit: "AFP" },
      dateline: "OLDQUAY",
      body: [{ kind: "paragraph", text: "It is open." }],
      unplaced: ["The quay at dawn. (AFP)"],
    });
  });

  it("is read with times that are below the text", () => {
    const { copy, furniture } = copyOf(["Quay opens", "It is open.", `${published} | 3 min read`].join("\n"));
    expect([copy.published, copy.body.length, furniture]).toEqual([expected.published, 1, ["3 min read"]]);
  });

  it("is read with a second pair of times as an unknown part", () => {
    const { copy } = copyOf(["Quay opens", published, "Published: 22:00, March 3, 2024", "It is open."].join("\n"));
    expect([copy.published, copy.unplaced]).toEqual(["2024-03-03T21:42:00+08:00", ["Published: 22:00, March 3, 2024"]]);
  });
});

describe("the agency in the dateline", () => {
  const read = (byline: string, opening: string) => {
    const { copy } = copyOf(`Quay opens\nPublished: 21:42, March 3, 2024\n${byline}\n${opening}It is open.`);
    return [copy.agency, copy.dateline, copy.unplaced];
  };

  it("is used if the byline names none", () => {
    expect(read("By Jane Example", "OLDQUAY, Feb 3 (Reuters) - ")).toEqual(["Reuters", "OLDQUAY, Feb 3", []]);
    expect(read("By Jane Example", "(Reuters) - ")).toEqual(["Reuters", undefined, []]);
  });

  it("is removed if the byline names the same agency, and stays if the byline names another", () => {
    expect(read("By Reuters", "OLDQUAY (Reuters) - ")).toEqual(["Reuters", "OLDQUAY", []]);
    expect(read("By AFP", "OLDQUAY (Reuters) - ")).toEqual(["AFP", "OLDQUAY (Reuters)", []]);
    expect(read("By AFP", "(Reuters) - ")).toEqual(["AFP", undefined, ["(Reuters)"]]);
  });
});

describe("text that parseWireCopy refuses", () => {
  const reasonOf = (text: string, context: { zone?: string; published?: string } = { zone }) => {
    const parsed = parseWireCopy(text, context);
    return parsed.ok ? undefined : parsed.error;
  };
  const published = "Published: 21:42, March 3, 2024";

  it.each([
    ["is empty", " \n", { kind: "empty" }],
    ["has no headline", published, { kind: "no headline" }],
    [
      "begins with a paragraph",
      `${published}\n${"word ".repeat(70)}\nMore.`,
      { kind: "no headline", found: "word ".repeat(12) },
    ],
    ["has no text", `${published}\nQuay opens\nBy AFP`, { kind: "no body" }],
    ["has related links only", `${published}\nQuay opens\nREAD MORE: The wall`, { kind: "no body" }],
    ["has no time", "Quay opens\nIt is open.", { kind: "no published time" }],
    [
      "has a day that may be a month",
      "Quay opens\nPublished: 03/04/2024 21:42\nIt is open.",
      { kind: "unreadable time", found: "03/04/2024 21:42", label: "Published" },
    ],
    [
      "has an abbreviation of several zones, none of which is the newsroom's",
      "Quay opens\nPublished: 3 March 2024 21:42 IST\nIt is open.",
      {
        ...{ kind: "ambiguous zone", found: "3 March 2024 21:42 IST", name: "IST" },
        offsets: ["+01:00", "+02:00", "+05:30"],
      },
    ],
    [
      "has an unreadable time",
      "Quay opens\nPublished: yesterday\nIt is open.",
      { kind: "unreadable time", found: "yesterday", label: "Published" },
    ],
    [
      "was updated before it was published",
      `Quay opens\n${published} | Updated: 21:41, March 3, 2024\nIt is open.`,
      {
        kind: "updated before published",
        published: "2024-03-03T21:42:00+08:00",
        updated: "2024-03-03T21:41:00+08:00",
      },
    ],
  ])("is a text that %s", (_, text, reason) => {
    expect(reasonOf(text)).toEqual(reason);
  });

  it("is a text without a zone if one of its times needs it", () => {
    expect(reasonOf(`${published}\nQuay opens\nIt is open.`, {})).toEqual({
      kind: "no zone",
      found: "21:42, March 3, 2024",
    });
    expect(reasonOf(`${published} UTC\nQuay opens\nIt is open.`, {})).toBeUndefined();
    expect(reasonOf(`${published} UTC\nQuay opens\nIt is open.`, { zone: "Hong Kong" })).toEqual({
      ...{ kind: "unknown zone", zone: "Hong Kong" },
    });
  });

  it("is not a text with a time of update only: that is the time of publication, and said to be missing", () => {
    const { copy, missing } = copyOf("Quay opens\nUpdated: 21:42, March 3, 2024\nIt is open.");
    expect([copy.published, copy.updated]).toEqual(["2024-03-03T21:42:00+08:00", "2024-03-03T21:42:00+08:00"]);
    expect(missing.at(-1)).toBe("published: took the time of the update; --published gives the right one");
  });

  it("is not a text with an abbreviation of several zones, one of which is the newsroom's", () => {
    const text = "Quay opens\nPublished: 3 March 2024 21:42 IST\nIt is open.";
    expect(copyOf(text, { zone: "Asia/Kolkata" }).copy.published).toBe("2024-03-03T21:42:00+05:30");
  });

  it("is not a text with a day alone, whose beginning is reported as a guess", () => {
    const { copy, notes } = copyOf("Quay opens\n3 March 2024\nIt is open.");
    expect(copy.published).toBe("2024-03-03T00:00:00+08:00");
    expect(notes).toContain('published: "3 March 2024" is a day without a time; took the beginning of the day');
  });

  it("is not a text without a time if the caller gives the time of publication", () => {
    const context = { zone, published: "2024-02-03 21:42" };
    const { copy } = copyOf("Quay opens\nIt is open.", context);
    expect(copy.published).toBe("2024-02-03T21:42:00+08:00");
    expect(copyOf(`Quay opens\n${published}\nIt is open.`, context).copy.unplaced).toEqual([published]);
  });
});
