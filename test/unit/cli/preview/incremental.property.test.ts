import { randomBytes } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildContent } from "../../../../src/cli/build/build-content-folder.ts";
import { recordLedger } from "../../../../src/cli/build/record-ledger.ts";
import { LiveContent } from "../../../../src/cli/preview/live-content.ts";
import type { ContentHead } from "../../../../src/store/files/data-files.ts";

const RENDERER = "0".repeat(16);
const START = Date.UTC(2026, 5, 1);
const SECTIONS = ["harbour", "hill", "courts"];
const TAGS = ["Boats", "Trains", "Ferries", "Tides"];
/** GIFs of one pixel and of two pixels. */
const GIFS = [
  "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
  "R0lGODlhAgABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
];

type Fields = {
  readonly title: string;
  readonly section: number;
  readonly tag: number;
  readonly state: "out" | "draft" | "retracted" | "expiring" | "scheduled";
  readonly picture: boolean;
  readonly link: number;
};
type Step =
  | { readonly kind: "write"; readonly index: number; readonly fields: Fields }
  | { readonly kind: "remove" | "rename"; readonly index: number }
  | { readonly kind: "publication"; readonly title: string; readonly sections: number; readonly notices: boolean }
  | { readonly kind: "picture"; readonly which: number }
  | { readonly kind: "record" }
  | { readonly kind: "cache"; readonly damage: "remove" | "corrupt" | "manifest" };

const fields = fc.record({
  title: fc.constantFrom("At first", "Corrected", "Third"),
  section: fc.nat(2),
  tag: fc.nat(3),
  state: fc.constantFrom(
    "out" as const,
    "out" as const,
    "draft" as const,
    "retracted" as const,
    "expiring" as const,
    "scheduled" as const,
  ),
  picture: fc.boolean(),
  link: fc.nat(11),
});
const index = fc.nat(11);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("write" as const), index, fields }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("remove" as const, "rename" as const), index }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("publication" as const),
      title: fc.constantFrom("Harbour", "Quays"),
      sections: fc.integer({ min: 2, max: 3 }),
      notices: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("picture" as const), which: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.constant({ kind: "record" as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("cache" as const),
      damage: fc.constantFrom("remove" as const, "corrupt" as const, "manifest" as const),
    }),
  },
);

/** A folder of content that steps change. */
class Folder {
  readonly root = mkdtempSync(join(tmpdir(), "dateline-incremental-"));
  #now = START;

  constructor() {
    this.#write("wrangler.toml", "[vars]\nFEED_ENTRIES = 20\n");
    this.take({ kind: "publication", title: "Harbour", sections: 3, notices: true });
    this.take({ kind: "picture", which: 0 });
    for (let each = 0; each < 60; each += 1)
      this.#article(`many-${each}`, each, {
        title: "Many",
        section: each % 3,
        tag: each % 4,
        state: "out",
        picture: false,
        link: 0,
      });
  }

  get now(): number {
    return this.#now;
  }

  async record(): Promise<void> {
    const setting = { root: this.root, now: this.#now, renderer: RENDERER, randomBytes };
    await recordLedger(false, setting);
  }

  take(each: Step): void {
    this.#now += 3_600_000;
    switch (each.kind) {
      case "write":
        this.#article(`a${each.index}`, each.index, each.fields);
        return;
      case "remove":
        rmSync(this.#path(`a${each.index}`), { force: true });
        return;
      case "rename":
        if (existsSync(this.#path(`a${each.index}`)))
          renameSync(this.#path(`a${each.index}`), this.#path(`renamed-${each.index}`));
        return;
      case "publication":
        this.#write(
          "content/publication.yaml",
          [
            `title: ${each.title}`,
            "address: https://harbour.news",
            "description: News.",
            "language: en",
            "identity: { authority: harbour.news, date: 2026-01-01 }",
            `sections: [${SECTIONS.slice(0, each.sections).map((slug) => `{ slug: ${slug}, title: ${slug} }`)}]`,
            ...(each.notices ? [] : ["retractions: { notice: false }"]),
            "",
          ].join("\n"),
        );
        return;
      case "picture":
        this.#write("content/media/quay.gif", Buffer.from(GIFS[each.which] ?? "", "base64"));
        return;
      case "record":
        return;
      case "cache": {
        const [cache, manifest] = [
          join(this.root, ".dateline/compiled.db"),
          join(this.root, ".dateline/content-files.json"),
        ];
        if (each.damage === "manifest" && existsSync(manifest)) writeFileSync(manifest, '{"code":"');
        if (each.damage === "remove") rmSync(join(this.root, ".dateline"), { recursive: true, force: true });
        if (each.damage === "corrupt" && existsSync(cache)) {
          for (const end of ["-wal", "-shm"]) rmSync(cache + end, { force: true });
          writeFileSync(cache, "no database");
        }
      }
    }
  }

  #path(name: string): string {
    return join(this.root, `content/articles/${name}.md`);
  }

  #article(name: string, number: number, { title, section, tag, state, picture, link }: Fields): void {
    rmSync(this.#path(`renamed-${number}`), { force: true });
    const time = (ms: number) => new Date(ms).toISOString();
    const lines = [
      `id: tag:harbour.news,2026-01-01:articles/${name}`,
      `title: ${title}`,
      `published: ${time(START - number * 86_400_000)}`,
      `section: ${SECTIONS[section]}`,
      `tags: [${TAGS[tag]}]`,
      "byline: [{ name: Ada Ferrier }]",
      ...(state === "draft" ? ["status: draft"] : []),
      ...(state === "retracted" ? [`retraction: { time: ${time(START)}, reason: It was wrong }`] : []),
      ...(state === "expiring" ? [`unpublishAt: ${time(START + 40 * 86_400_000)}`] : []),
      ...(state === "scheduled" ? [`scheduledFor: ${time(START + 2 * 3_600_000)}`] : []),
      ...(picture ? ['image: { src: quay.gif, alt: "" }'] : []),
    ];
    this.#write(
      `content/articles/${name}.md`,
      `---\n${lines.join("\n")}\n---\n\nSee [that](/articles/many-${link}).\n`,
    );
  }

  #write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }
}

/** What is served of a build, by path. */
function outputOf(root: string): ReadonlyMap<string, string> {
  const folder = join(root, ".dateline");
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  const served = paths.filter((path) => !/^(?:compiled\.db|ledger-digest|content-files\.json)/.test(path)).sort();
  return new Map(served.map((path) => [path, readFileSync(join(folder, path)).toString("latin1")]));
}

/** A copy of the content without what earlier builds left. */
function cleanCopy({ root }: Folder): string {
  const copy = mkdtempSync(join(tmpdir(), "dateline-clean-"));
  for (const part of ["content", "wrangler.toml"]) cpSync(join(root, part), join(copy, part), { recursive: true });
  return copy;
}

async function headOf(root: string): Promise<Omit<ContentHead, "version">> {
  const text = readFileSync(join(root, ".dateline/content.js"), "utf8");
  const { version: _, ...head } = JSON.parse(
    (await import(`data:text/javascript,${encodeURIComponent(text)}`)).default,
  );
  return head;
}

test("after any steps, a build has the same files as one from nothing, and so has a process that lives", {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      const folder = new Folder();
      const live = new LiveContent({ root: folder.root, renderer: RENDERER, now: () => folder.now });
      await folder.record();
      for (const each of steps) {
        folder.take(each);
        if (each.kind === "record") await folder.record();
        const copy = cleanCopy(folder);
        const setting = { now: folder.now, renderer: RENDERER, randomBytes };
        const again = await buildContent({ mode: "development" }, { ...setting, root: folder.root });
        const anew = await buildContent({ mode: "development" }, { ...setting, root: copy });
        expect(again.ok).toBe(anew.ok);
        const { state } = await live.update();
        expect(state.faults.length === 0).toBe(anew.ok);
        if (anew.ok) {
          const output = outputOf(copy);
          expect(outputOf(folder.root)).toEqual(output);
          const texts = [...(live.newest?.files ?? [])].map(([path, text]) => [`assets/content/${path}`, text()]);
          const wanted = [...output].filter(([path]) => path.startsWith("assets/content/"));
          expect(Object.fromEntries(texts)).toEqual(
            Object.fromEntries(
              wanted.map(([path, bytes]) => [
                path,
                brotliDecompressSync(Buffer.from(bytes, "latin1")).toString("utf8"),
              ]),
            ),
          );
          const { version: _, ...head } = JSON.parse(live.newest?.head() ?? "{}");
          expect(head).toEqual(await headOf(copy));
        }
        rmSync(copy, { recursive: true });
      }
      live.close();
      rmSync(folder.root, { recursive: true });
    }),
    { numRuns: 5 },
  );
});

test("a production build after an edit has the same files as one from nothing, with its hot documents", {
  timeout: 300_000,
}, async () => {
  const folder = new Folder();
  const setting = { now: START, renderer: RENDERER, randomBytes };
  for (const title of ["At first", "Corrected"] as const) {
    const fields = { title, section: 1, tag: 2, state: "out", picture: true, link: 3 } as const;
    folder.take({ kind: "write", index: 1, fields });
    await folder.record();
    expect((await buildContent({ mode: "production" }, { ...setting, root: folder.root })).ok).toBe(true);
  }
  const copy = cleanCopy(folder);
  expect((await buildContent({ mode: "production" }, { ...setting, root: copy })).ok).toBe(true);
  expect(outputOf(folder.root)).toEqual(outputOf(copy));
  for (const root of [copy, folder.root]) rmSync(root, { recursive: true });
});
