import { describe, expect, test } from "vitest";
import { formatLink, parseLinkHeader } from "../../../src/syntax/link-header.ts";
import { expectLinear, repeated } from "./growth.ts";

const read = (field: string | null) =>
  parseLinkHeader(field).map(({ target, parameters }) => ({ target, ...Object.fromEntries(parameters) }));

describe("a Link field", () => {
  test.each<[string | null, readonly object[]]>([
    [null, []],
    ["", []],
    ["</a>; rel=self", [{ target: "/a", rel: "self" }]],
    [
      '<https://example.org/a,b>; rel="self hub"; TYPE="text/html; charset=utf-8", <c>;rel=next',
      [
        { target: "https://example.org/a,b", rel: "self hub", type: "text/html; charset=utf-8" },
        { target: "c", rel: "next" },
      ],
    ],
    ['<a>; rel="one"; rel="two"', [{ target: "a", rel: "one" }]],
    ['<a> ; title = "a \\"b\\", <c>"', [{ target: "a", title: 'a "b", <c>' }]],
    ["<a>; crossorigin; rel=x", [{ target: "a", crossorigin: "", rel: "x" }]],
    ["<a>; title*=UTF-8''%C3%A4", [{ target: "a", "title*": "UTF-8''%C3%A4" }]],
    ["junk <a>;; rel=x junk, <b>", [{ target: "a", rel: "x" }, { target: "b" }]],
    ["<a", []],
    ["<>", [{ target: "" }]],
  ])("%s is read", (field, links) => expect(read(field)).toEqual(links));

  test.each([
    ["brackets", repeated("<")],
    ["empty links", repeated("<>")],
    ["closing brackets", repeated(">", "<")],
    ["spaces", repeated(" ", "<>;a")],
    ["backslashes", repeated("\\", '<>;a="')],
    ["quotation marks", repeated('<>;a="')],
    ["parameters", repeated("<>;a")],
    ["semicolons", repeated(";", "<>")],
  ])("of nothing but %s takes linear time", (_, inputOf) => expectLinear(inputOf, parseLinkHeader));
});

describe("a link", () => {
  test("is written with its parameters in their order", () => {
    expect(formatLink("https://example.org/", { rel: "self", type: "text/html", title: undefined })).toBe(
      '<https://example.org/>; rel="self"; type="text/html"',
    );
    expect(formatLink("/a", {})).toBe("</a>");
  });

  test.each([
    ["Plain title's", '; title="Plain title\'s"'],
    ['A "quoted" one', "; title*=UTF-8''A%20%22quoted%22%20one"],
    ["Ä (b)*'c'", "; title*=UTF-8''%C3%84%20%28b%29%2A%27c%27"],
    ["half \ud800", "; title*=UTF-8''half%20%EF%BF%BD"],
  ])("is written with the title %s", (title, expected) => {
    expect(formatLink("/a", { title })).toBe(`</a>${expected}`);
  });
});
