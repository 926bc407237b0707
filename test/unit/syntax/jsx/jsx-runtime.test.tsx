import { raw as honoRaw } from "hono/html";
import { describe, expect, test } from "vitest";
import { type Child, jsx, raw } from "../../../../src/syntax/jsx/jsx-runtime.ts";

const HOSTILE = `<b title="x" class='y'>&amp;</b>`;
const ESCAPED = "&lt;b title=&quot;x&quot; class=&#39;y&#39;&gt;&amp;amp;&lt;/b&gt;";

describe("text", () => {
  test("is escaped between tags and in attributes", () => {
    expect(String(<p title={HOSTILE}>{HOSTILE}</p>)).toBe(`<p title="${ESCAPED}">${ESCAPED}</p>`);
    expect(String(<p class={HOSTILE}>{[HOSTILE]}</p>)).toBe(`<p class="${ESCAPED}">${ESCAPED}</p>`);
  });

  test("that a component returns is escaped", () => {
    const Plain = ({ text }: { text: string }) => text;
    expect(String(<Plain text={HOSTILE} />)).toBe(ESCAPED);
  });

  test("is escaped once, however deep it is", () => {
    const Inner = ({ children }: { children: Child }) => <i>{children}</i>;
    const page = (
      <div>
        <>
          <Inner>{HOSTILE}</Inner>
          <Inner>{"<"}</Inner>
        </>
        {[<b>{HOSTILE}</b>, [HOSTILE]]}
      </div>
    );
    expect(String(page)).toBe(`<div><i>${ESCAPED}</i><i>&lt;</i><b>${ESCAPED}</b>${ESCAPED}</div>`);
  });

  test.each([
    ["ours", raw("<b>bold</b>")],
    ["hono's", honoRaw("<b>bold</b>")],
  ])("that is marked as markup stays as it is: %s", (_, markup) => {
    expect(String(<p>{markup}</p>)).toBe("<p><b>bold</b></p>");
  });
});

describe("values", () => {
  test("that show nothing", () => {
    expect(
      String(
        <p>
          {true}
          {false}
          {null}
          {undefined}
          {""}
          {[]}
        </p>,
      ),
    ).toBe("<p></p>");
  });

  test("that are numbers", () => {
    expect(String(<td colspan={2}>{0}</td>)).toBe(`<td colspan="2">0</td>`);
  });

  test("of attributes that say something by their presence", () => {
    expect(String(<input required disabled={false} />)).toBe(`<input required=""/>`);
    expect(String(<p aria-hidden={true} spellcheck={false} />)).toBe(`<p aria-hidden="true" spellcheck="false"></p>`);
  });

  test("of attributes that are missing", () => {
    expect(String(<p class={undefined} dir={undefined} id={null} title="" />)).toBe(`<p title=""></p>`);
  });

  test("keep their order, whatever stands before a class", () => {
    expect(String(<p dir="ltr" class="b" id="c" />)).toBe(`<p dir="ltr" class="b" id="c"></p>`);
    expect(String(<p {...{ lang: "de" }} class="b" />)).toBe(`<p lang="de" class="b"></p>`);
  });

  test.each([
    ["promise", Promise.resolve("x")],
    ["object", { a: 1 }],
    ["function", () => "x"],
  ])("that cannot be shown are a mistake in a page: a %s", (_, value) => {
    expect(() => jsx("p", { children: value })).toThrow("not a child of an element");
    expect(() => jsx("p", { title: value })).toThrow("not a value of the attribute title");
  });
});

test("an element without content has no end tag if HTML forbids one", () => {
  expect(String(<br />)).toBe("<br/>");
  expect(String(<img src="/a.png" alt="" />)).toBe(`<img src="/a.png" alt=""/>`);
  expect(String(<td hidden />)).toBe(`<td hidden=""></td>`);
});
