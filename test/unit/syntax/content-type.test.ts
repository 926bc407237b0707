import { expect, test } from "vitest";
import { parseContentType } from "../../../src/syntax/content-type.ts";
import { expectLinear, repeated } from "./growth.ts";

test.each([
  ["text/html", "text/html", undefined],
  [" Text/HTML ; Charset=UTF-8", "text/html", "utf-8"],
  ['application/xml;charset="ISO-8859-1"', "application/xml", "iso-8859-1"],
  ["text/xml; charset = utf-8", "text/xml", "utf-8"],
  ["text/markdown; variant=GFM; charset=utf8", "text/markdown", "utf8"],
  ['text/plain; title="a;charset=x"; charset=utf-8', "text/plain", "utf-8"],
  ["text/plain; charset=a; charset=b", "text/plain", "a"],
  ["text/plain; charset=utf-8 (really); x=y", "text/plain", "utf-8"],
  ["text/plain;; ;charset=utf-8;", "text/plain", "utf-8"],
  ["text/plain; ? ; charset=utf-8", "text/plain", "utf-8"],
  ['text/plain; charset="utf-8', "text/plain", undefined],
  ["text/plain; charset=", "text/plain", undefined],
  ["text/plain; charset", "text/plain", undefined],
  ["; charset=utf-8", "", "utf-8"],
  ["", "", undefined],
  [null, "", undefined],
  [undefined, "", undefined],
])("Content-Type: %s is %j in %j", (field, mediaType, charset) => {
  const found = parseContentType(field);
  expect([found.mediaType, found.charset]).toEqual([mediaType, charset]);
});

test("other parameters keep their case, and quoted ones lose their backslashes", () => {
  const { parameters } = parseContentType('multipart/form-data; Boundary="a\\"B"; x=Y');
  expect([...parameters]).toEqual([
    ["boundary", 'a"B'],
    ["x", "Y"],
  ]);
});

test.each([
  ["semicolons", repeated(";")],
  ["spaced semicolons", repeated("; ")],
  ["spaces", repeated(" ", "a;")],
  ["names", repeated(";a")],
  ["quotation marks", repeated(';a="')],
  ["backslashes", repeated("\\", 'a;b="')],
  ["escaped quotation marks", repeated('\\"', 'a;b="')],
  ["spaces before a sign", repeated(" ", "a;b")],
  ["broken parameters", repeated("; ?")],
])("nothing but %s takes linear time", (_, inputOf) => expectLinear(inputOf, parseContentType));
