import { expect, it } from "vitest";
import { type ComposedEntry, EntryComposer } from "../../../../src/cli/import/compose/compose-entries.ts";
import { ComposeThread } from "../../../../src/cli/import/compose/compose-thread.ts";
import type { DocumentFault } from "../../../../src/cli/import/document-file.ts";
import type { ImportContext } from "../../../../src/import/feeds/compose-article.ts";
import type { ReadEntry } from "../../../../src/import/feeds/imported-entry.ts";
import { timestampInUtc } from "../../../../src/model/timestamp.ts";
import { err, ok, type Result } from "../../../../src/syntax/result.ts";

type Read = Result<ReadEntry, DocumentFault>;

const context: ImportContext = {
  identity: { authority: "example.org", date: "2026-01-01" },
  site: "https://old.example.org/",
  language: "en",
  section: undefined,
  published: undefined,
};
const contextOf = () => context;
const threaded = { entriesWithoutThread: 10, hasThread: true };

function entryAt(index: number): ReadEntry {
  const link = `https://old.example.org/${index}/`;
  return {
    kind: "entry",
    place: `line ${index}`,
    isPage: index % 23 === 1,
    entry: {
      guid: link,
      link,
      title: `Lock ${index}`,
      html: `<p onclick="x()">Water &amp; stone <img src="/a-${index}.jpg"> <a href="other">and</a></p>`.repeat(
        index % 7,
      ),
      published: timestampInUtc(1_700_000_000_000 + index * 60_000),
      status: index % 5 === 0 ? "draft" : "published",
      authors: [{ name: "Ada Ferrier" }],
      tags: ["Canals", "canals"],
      enclosures: index % 3 === 0 ? [{ url: `${link}a.mp3`, mediaType: "audio/mpeg" }] : [],
      ...(index % 11 === 0 && { faults: ["a time that cannot be read"] }),
    },
  };
}

async function* reads(count: number, failure?: Error): AsyncGenerator<Read> {
  for (let index = 0; index < count; index += 1) {
    yield ok(entryAt(index));
    if (index % 4 === 0) yield ok({ kind: "left out", what: "comment" });
    if (index % 50 === 3) yield err({ message: `fault ${index}` });
  }
  if (failure) throw failure;
}

async function composedWith(options: typeof threaded, source = reads(200)) {
  const composer = new EntryComposer(options);
  const all: Result<ComposedEntry, DocumentFault>[] = [];
  let thrown: unknown;
  try {
    for await (const each of composer.compose(source, contextOf)) all.push(each);
  } catch (error) {
    thrown = error;
  } finally {
    await composer.end();
  }
  return { all, thrown };
}

it("EntryComposer gives the same articles in the same order with a thread and without", async () => {
  const here = await composedWith({ ...threaded, hasThread: false });
  expect(here.all.length).toBe(254);
  expect(
    here.all.filter((each) => each.ok && each.value.kind === "composition" && each.value.composition.ok),
  ).toHaveLength(172);
  expect(await composedWith(threaded)).toEqual(here);
});

it("EntryComposer hands over every entry before an exception of the reader", async () => {
  const failure = new Error("the disk is gone");
  const { all, thrown } = await composedWith(threaded, reads(45, failure));
  expect(thrown).toBe(failure);
  expect(all).toHaveLength(45 + 12 + 1);
});

it("EntryComposer reads no further than a few lists ahead", async () => {
  const composer = new EntryComposer(threaded);
  let read = 0;
  async function* endless(): AsyncGenerator<Read> {
    for (;;) yield ok(entryAt(read++));
  }
  let taken = 0;
  for await (const _ of composer.compose(endless(), contextOf)) {
    taken += 1;
    if (taken === 300) break;
  }
  await composer.end();
  expect(read).toBeLessThan(300 + 4 * 32);
});

it("ComposeThread does the work here after its thread has ended", async () => {
  const thread = new ComposeThread();
  await thread.end();
  const read = entryAt(1);
  if (read.kind !== "entry") throw new Error("no entry");
  const [composition] = await thread.compose([{ entry: read.entry, context }]);
  expect(composition).toMatchObject({ ok: true, value: { title: "Lock 1" } });
});
