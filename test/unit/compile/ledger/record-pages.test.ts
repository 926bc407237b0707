import { describe, expect, it } from "vitest";
import { LEDGER_VERSION } from "../../../../src/compile/ledger/ledger-lines.ts";
import { readLedgerTexts } from "../../../../src/compile/ledger/read-ledger-texts.ts";
import { type RecordedPages, recordPages, withNavigation } from "../../../../src/compile/ledger/record-pages.ts";
import type { Page } from "../../../../src/model/page.ts";
import { ORIGIN, publication, time } from "../../../fixtures/full-article.ts";

const page = (slug: string, more: Partial<Page> = {}): Page => ({
  slug,
  url: `${ORIGIN}/${slug}`,
  title: slug,
  description: "",
  language: "en",
  body: "<p>Text</p>",
  navigation: "none",
  status: "published",
  ...more,
});

const at = (text: string) => () => time(text);
const FIRST = at("2026-01-01T00:00:00Z");
const LATER = at("2026-02-01T00:00:00Z");

function recordedAfter(pages: readonly Page[], known: RecordedPages = {}, when = FIRST) {
  const { recorded, changes } = recordPages(known, pages, when);
  return { recorded, changes: changes.map(({ kind, name }) => `${kind} ${name}`) };
}

describe("the ledger", () => {
  it("says nothing of pages if there never was one", () => {
    expect(recordedAfter([])).toEqual({ recorded: {}, changes: [] });
    expect(recordedAfter([page("draft", { status: "draft" })])).toEqual({ recorded: {}, changes: [] });
  });

  it("records when each page last changed, and when the links to pages did", () => {
    const { recorded } = recordedAfter([page("about", { navigation: "header" }), page("imprint")]);
    const edited = recordedAfter(
      [page("about", { navigation: "header", body: "x" }), page("imprint")],
      recorded,
      LATER,
    );
    expect(edited.changes).toEqual(["page about"]);
    expect(edited.recorded.pageTexts?.about?.modified).toBe(LATER());
    expect(edited.recorded.pageTexts?.imprint?.modified).toBe(FIRST());
    expect(edited.recorded.navigation?.modified).toBe(FIRST());
    const moved = recordedAfter([page("about", { navigation: "footer" }), page("imprint")], recorded, LATER);
    expect(moved.changes).toEqual(["page about", "navigation navigation"]);
    expect(moved.recorded.navigation?.modified).toBe(LATER());
  });

  it("keeps nothing of a page that is removed", () => {
    const { recorded } = recordedAfter([page("about"), page("imprint")]);
    const removed = recordedAfter([page("imprint")], recorded, LATER);
    expect(removed.changes).toEqual(["page about", "navigation navigation"]);
    expect(JSON.stringify(removed.recorded)).not.toContain("about");
  });

  it("of two branches that each add a page has both, and the later version of one that both changed", () => {
    const lines = [
      recordedAfter([page("a"), page("both")], {}, FIRST),
      recordedAfter([page("b"), page("both", { body: "" })], {}, LATER),
    ];
    const head = { version: LEDGER_VERSION };
    const versions = { hash: "0".repeat(16), modified: FIRST() };
    const text = [
      head,
      { publication: versions },
      { renderer: versions },
      ...lines.flatMap(({ recorded }) => [{ pageTexts: recorded.pageTexts }, { navigation: recorded.navigation }]),
    ];
    const read = readLedgerTexts([
      { file: "content/ledger/publication.jsonl", text: text.map((line) => `${JSON.stringify(line)}\n`).join("") },
    ]);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.isMerged).toBe(true);
    expect(Object.keys(read.value.ledger.pageTexts ?? {}).sort()).toEqual(["a", "b", "both"]);
    expect(read.value.ledger.pageTexts?.both?.modified).toBe(LATER());
    expect(read.value.ledger.navigation?.modified).toBe(LATER());
  });
});

it("links are in the order of their numbers, then of their titles", () => {
  const pages = [
    page("z", { navigation: "header", title: "Alpha" }),
    page("y", { navigation: "header", title: "Beta", order: 2 }),
    page("x", { navigation: "footer" }),
    page("w", { navigation: "header", title: "Gamma", order: 1, language: "de" }),
    page("none"),
  ];
  const { navigation } = withNavigation(publication, pages);
  expect(navigation?.header.map(({ path }) => path)).toEqual(["/w", "/y", "/z"]);
  expect(navigation?.header[0]).toEqual({ title: "Gamma", path: "/w", language: "de" });
  expect(navigation?.footer.map(({ path }) => path)).toEqual(["/x"]);
});
