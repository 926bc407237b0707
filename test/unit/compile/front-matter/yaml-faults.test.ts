import { describe, expect, it } from "vitest";
import { articleText, compile, ID, messages, PUBLICATION } from "../compile.ts";

const HEAD = `id: ${ID}\npublished: 2026-01-01T00:00:00Z\n`;
/** The faults of an article with these fields in line 4 and after it, without the file's name. */
function faultsOf(fields: string): readonly string[] {
  const { faults } = messages(compile({ quay: `---\n${HEAD}${fields}\n---\n\nIt is open.\n` }));
  return faults.map((fault) => fault.replace("content/articles/quay.md:", ""));
}
const quotes = (written: string, reason: string, right: string) =>
  `4: found ${JSON.stringify(written)}; expected the value in quotation marks, because of ${reason}: ${right}`;

describe("a value that needs quotation marks is told with the line as it would be right", () => {
  it.each<[string, string, string]>([
    ["title: Breaking: quay closed", "its colon", 'title: "Breaking: quay closed"'],
    ["title: Quay closed:", "its colon", 'title: "Quay closed:"'],
    ["title: “Closed”: the quay", "its colon", 'title: "“Closed”: the quay"'],
    ["title: http://quay.example: open", "its colon", 'title: "http://quay.example: open"'],
    ['title: The "old" quay: closed', "its colon", "title: 'The \"old\" quay: closed'"],
    ["title: @quay is open", "the @ at its beginning", 'title: "@quay is open"'],
    ["title: `quay` is open", "the ` at its beginning", 'title: "`quay` is open"'],
    ["title: %s is open", "the % at its beginning", 'title: "%s is open"'],
    ["title: , quay", "the , at its beginning", 'title: ", quay"'],
    ["title: ] quay", "the ] at its beginning", 'title: "] quay"'],
    ["title: > quay", "the > at its beginning", 'title: "> quay"'],
    ["title: |quay", "the | at its beginning", 'title: "|quay"'],
    ["title: ? quay", "the ? at its beginning", 'title: "? quay"'],
    ["title: [Update] quay", "the [ at its beginning", 'title: "[Update] quay"'],
    ['title: "Open", says Bee', 'the " within it', "title: '\"Open\", says Bee'"],
    ["title: 'Quay's end'", "the ' within it", 'title: "Quay\'s end"'],
    ['title: "The "old" quay"', 'the " within it', "title: 'The \"old\" quay'"],
  ])("%s", (written, reason, right) => {
    expect(faultsOf(written)).toEqual([quotes(written, reason, right)]);
    expect(faultsOf(right)).toEqual([]);
  });

  it("in nested fields and lists too", () => {
    expect(faultsOf("title: A\ntags:\n  - a\n  - b: c: d")).toEqual([
      '7: found "- b: c: d"; expected the value in quotation marks, because of its colon: - b: "c: d"',
    ]);
  });
});

describe("another mistake in YAML is told in plain words, once, where it is", () => {
  it.each<[string, string]>([
    ["title: A\n\tsection: hill", '5: found "section: hill"; expected spaces before it in place of a tab'],
    ["title: A\ntags:\n\t- a", '6: found "- a"; expected spaces before it in place of a tab'],
    ['title: "A', '4: found "title: \\"A"; expected " at the end, which closes the "'],
    ["title: 'A\nsection: hill", "4: found \"title: 'A\"; expected ' at the end, which closes the '"],
    ["title: A\ntags: [a, b\nsection: hill", '5: found "tags: [a, b"; expected ] at the end, which closes the ['],
    ["image: { src: a.png\ntitle: A", '4: found "image: { src: a.png"; expected } at the end, which closes the {'],
    ["title: A\n   section: hill", '5: found "section: hill"; expected as many spaces before it as before the lines'],
    [
      "title: A\nagency:\n  name: B\n url: c",
      '7: found "url: c"; expected as many spaces before it as before the lines',
    ],
    ["title: A\ntags:\n- a\n - b", '7: found "- b"; expected as many spaces before it as before the item above'],
    ["title: A\nsection hill", '5: found "section hill"; expected a name and a colon before it'],
    ["title: A\nsection:hill\nrights: B", '5: found "section:hill"; expected a space behind the colon: section: hill'],
    [
      "title: A\nsection = hill",
      '5: found "section = hill"; expected a colon and a space in place of =: section: hill',
    ],
    ["title: A\ntitle: B", '5: found "title: B"; expected each field once'],
    ["title: A\n--- b", '5: found "--- b"; expected no line that begins with --- or ... among the fields'],
    ["title: A\n...\nsection: hill", '5: found "..."; expected no line that begins with --- or ... among the fields'],
    ["title: A #9", '4: found "#9"; expected the value in quotation marks if this is a part of it'],
    ["title: #9 leaves", '4: found "#9 leaves"; expected the value in quotation marks if this is a part of it'],
    ["title: &quay", '4: found "&quay"; expected the value in quotation marks, because of the &'],
    ["title: !quay open", '4: found "!quay"; expected the value in quotation marks, because of the !'],
    ['title: "C:\\quay"', '4: found "title: \\"C:\\\\quay\\""; expected \\\\ in place of \\ between double'],
    ["title: - quay", '4: found "title: - quay"; expected a list below the name, with - on a line of its own'],
    ['title: "A",', '4: found "title: \\"A\\","; expected no comma behind the value'],
    ["title: A\n: b", '5: found ": b"; expected a name before the colon'],
    ["title: {{ quay }}", '4: found "title: {{ quay }}"; expected a name before the colon, or quotation marks'],
    ["title: [[quay]]", '4 title: found "[[quay]]"; expected one text, in quotation marks if the brackets belong'],
    ["title: A\n\u00a0section: hill", '5: found "section: hill"; expected ordinary spaces before the name, or none'],
    ["title: A\n\nThe text begins.", '6: found "The text begins."; expected a line --- above it, if the fields end'],
  ])("%j", (fields, fault) => {
    const faults = faultsOf(fields);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  it("each of several mistakes at its line", () => {
    expect(faultsOf("title: A: b\nrights: @c\nsection: hill").map((fault) => fault.slice(0, 2))).toEqual(["4:", "5:"]);
  });

  it("never in the words of the parser", () => {
    const signs = ["@", "`", "%", "&", "*", "!", "|", ">", "-", "?", ":", "{", "}", "[", "]", ",", "#", '"', "'", "="];
    const values = signs.flatMap((a) => [a, `${a}x`, `${a} x`, `x${a} y`, `x ${a}`, ...signs.map((b) => `${a}${b} x`)]);
    const told = values.flatMap((value) => faultsOf(`title: ${value}\nrights: ${value}`)).join("\n");
    expect(told).not.toMatch(/mapping|scalar|flow|block|implicit|indicator|token|node|parseAll|plain value/i);
  });

  it("and what YAML allows stays", () => {
    const fields = [
      "title: 1984",
      "title: A # a remark",
      "title: A\n  goes on",
      "title: Route C#9",
      "title: 12:30 train",
    ];
    for (const each of [...fields, "# only\ntitle: A", "{ title: A }".slice(2, -2), 'title: "A" # b', "title:\tA"])
      expect(faultsOf(each)).toEqual([]);
  });
});

describe("a file without fields is told what is missing", () => {
  it.each<[string, string]>([
    ["---\ntitle: A\n\nText.\n", "3: found no second line ---; expected a line --- after the fields, which ends them"],
    ["---\ntitle: A\n----\n\nText.\n", '3: found "----"; expected three hyphens (---) and nothing before them'],
    ["---\ntitle: A\n ---\nText.\n", '3: found " ---"; expected three hyphens (---) and nothing before them'],
    ["---\ntitle: A\n—\nText.\n", '3: found "—"; expected three hyphens (---) and nothing before them'],
    ["\n\n---\ntitle: A\n---\n", "3: found empty lines before ---; expected the first line --- at the beginning"],
    [" ---\ntitle: A\n---\n", '1: found " ---"; expected three hyphens (---) in line 1'],
    ["–––\ntitle: A\n–––\n", '1: found "–––"; expected three hyphens (---) in line 1'],
    ["--- yaml\ntitle: A\n---\n", '1: found "--- yaml"; expected --- and nothing else in this line'],
    ["title: A\nsection: hill\n\nText.", '1: found "title: A"; expected a line --- before the fields, and another one'],
    [
      "+++\ntitle = 'A'\n+++\n",
      '1: found "+++"; expected fields in YAML (title: A title) between two lines ---, not in TOML',
    ],
    [";;;\n{}\n;;;\n", '1: found ";;;"; expected fields in YAML (title: A title) between two lines ---, not in JSON'],
    [
      '{\n"title": "A"\n}\n',
      '1: found "{"; expected fields in YAML (title: A title) between two lines ---, not in JSON',
    ],
    ["---toml\na = 1\n---\n", '1: found "---toml"; expected fields in YAML'],
    ["<p>Text.</p>", '1: found "<p>Text.</p>"; expected fields between two lines ---'],
  ])("%j", (text, fault) => {
    for (const name of ["quay", "quay.html"]) {
      const { faults } = messages(compile({ [name]: text }));
      expect(faults.map((each) => each.replace(/^[^:]+:/, ""))).toEqual([expect.stringContaining(fault)]);
    }
  });
});

describe("a fault in one place gives no finding in another", () => {
  const ICON = {
    name: "icon.png",
    ok: true,
    value: { name: "icon.png", hash: "0a", mediaType: "image/png", length: 9 },
  };
  const media = [ICON] as Parameters<typeof compile>[1] extends { media?: infer Media } | undefined ? Media : never;

  it.each([
    ["YAML", `${PUBLICATION}icon: icon.png\nrights: a: b\n`],
    ["a field", `${PUBLICATION}icon: icon.png\nlicence: nowhere\n`],
    ["a missing field", `${PUBLICATION.replace(/^title.*\n/, "")}icon: icon.png\n`],
  ])("of the publication: %s", (_, publication) => {
    const { faults, warnings } = messages(compile({ quay: articleText("section: hill\n") }, { publication, media }));
    expect(faults).toHaveLength(1);
    expect(warnings).toEqual([]);
  });

  it("of an article: its picture, and the links to its slug, count", () => {
    const broken = articleText("image: { src: icon.png, alt: '' }\nslug: pier\nrights: a: b\n");
    const other = articleText("", "[pier](/articles/pier)").replace(ID, `${ID}x`);
    const { faults, warnings } = messages(compile({ quay: broken, other }, { media }));
    expect(faults).toHaveLength(1);
    expect(warnings).toEqual([]);
  });
});
