import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { buildContent } from "../../../../../src/cli/build/build-content-folder.ts";
import { openContentStore } from "../../../../../src/store/files/content-store.ts";
import { quarters } from "./sample-pictures.ts";

const PUBLICATION = `title: Harbour
address: https://harbour.news
description: News.
language: en
identity: { authority: harbour.news, date: 2026-01-01 }
`;
const NOW = Date.UTC(2026, 1, 2);

vi.setConfig({ testTimeout: 60_000 });

let root = "";
const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const article = (name: string, body: string, more = "", day = "02") =>
  write(
    `content/articles/${name}.md`,
    `---\nid: tag:harbour.news,2026-01-01:articles/${name}\ntitle: ${name}\npublished: 2026-01-${day}T00:00:00Z\n${more}---\n${body}\n`,
  );
const build = () => buildContent({ mode: "development" }, { root, now: NOW, renderer: "r", randomBytes });

async function built() {
  const outcome = await build();
  if (!outcome.ok) throw new Error(outcome.error.problems.join("\n"));
  return outcome.value;
}

const assets = () => join(root, ".dateline/assets");

/** The media that a build serves, as `<name>`. */
function served(): string[] {
  const folder = join(assets(), "media");
  return readdirSync(folder)
    .flatMap((hash) => readdirSync(join(folder, hash)))
    .toSorted();
}

async function openStore() {
  const { default: text } = await import(
    `data:text/javascript,${encodeURIComponent(readFileSync(join(root, ".dateline/content.js"), "utf8"))}`
  );
  const read = async (path: string) => {
    const file = join(assets(), "content", path);
    return existsSync(file) ? brotliDecompressSync(readFileSync(file)).toString("utf8") : undefined;
  };
  return openContentStore(text, read, "https://harbour.news");
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "dateline-pictures-"));
  write("content/publication.yaml", PUBLICATION);
  write("content/media/quay.png", await quarters(500, 300).png().toBuffer());
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("a build", () => {
  test("makes variants, which are served as long as the article that shows the picture is", async () => {
    article("ferry", "It sails.", "image: { src: quay.png, alt: Quay }\nunpublishAt: 2026-03-01T00:00:00Z\n");
    const { summary } = await built();
    expect(summary[0]).toContain("1 media file ");
    const variants = ["avif", "webp", "png"].flatMap((form) => [400, 500].map((width) => `quay.png.${width}.${form}`));
    expect(served()).toEqual(["quay.png", ...variants].toSorted());
    const store = await openStore();
    const folder = readdirSync(join(assets(), "media")).find((name) => name.includes("-"));
    const path = `${folder}/quay.png.400.avif`;
    const { size } = statSync(join(assets(), "media", path));
    expect(await store.media(path, NOW)).toMatchObject({
      mediaType: "image/avif",
      length: size,
      width: 400,
      height: 240,
    });
    expect(await store.media(path, Date.UTC(2026, 2, 2))).toBeUndefined();
    expect(await store.media(path.replace("400", "401"), NOW)).toBeUndefined();
    const found = await store.article("ferry", NOW);
    expect(found.kind === "found" && found.article.pictures).toMatchObject([{ width: 500, height: 300 }]);
  });

  test("makes none of what is only linked to, moves, is a drawing, is tiny, or belongs to the publication", async () => {
    const frames = await Promise.all([
      quarters(300, 300).png().toBuffer(),
      quarters(300, 300).negate().png().toBuffer(),
    ]);
    write(
      "content/media/moves.gif",
      await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer(),
    );
    write("content/media/tiny.png", await quarters(200, 300).png().toBuffer());
    write(
      "content/media/map.svg",
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 900"><path d="M0 0h9"/></svg>',
    );
    write("content/media/icon.png", await quarters(512, 512).png().toBuffer());
    write("content/publication.yaml", `${PUBLICATION}icon: icon.png\n`);
    article("ferry", "![a](moves.gif)\n\n![b](tiny.png)\n\n![c](map.svg)\n\n[see](quay.png)");
    await built();
    expect(served()).toEqual(["icon.png", "map.svg", "moves.gif", "quay.png", "tiny.png"]);
    const found = await (await openStore()).article("ferry", NOW);
    expect(found.kind === "found" && found.article.pictures).toBeUndefined();
  });

  test("keeps variants for the next build, and removes those that nothing shows from what is served", async () => {
    article("ferry", "![Quay](quay.png)");
    await built();
    const kept = join(root, ".dateline/pictures");
    const [folder = ""] = readdirSync(kept);
    writeFileSync(join(kept, folder, "400.avif"), "kept");
    rmSync(assets(), { recursive: true });
    await built();
    const name = readdirSync(join(assets(), "media")).find((each) => each.includes("-")) ?? "";
    expect(readFileSync(join(assets(), "media", name, "quay.png.400.avif"), "utf8")).toBe("kept");
    article("ferry", "It sails.");
    await built();
    expect(served()).toEqual([]);
    expect(readdirSync(kept)).toEqual([folder]);
  });

  test("keeps to the number of files that the publication allows: the newest articles come first", async () => {
    for (let day = 1; day <= 3; day += 1) {
      write(
        `content/media/p${day}.png`,
        await quarters(500, 300 + day)
          .png()
          .toBuffer(),
      );
      article(`a${day}`, `![p](p${day}.png)`, "", `0${day}`);
    }
    write("content/publication.yaml", `${PUBLICATION}pictures: { files: 0 }\n`);
    await built();
    expect(served()).toEqual(["p1.png", "p2.png", "p3.png"]);
    const none = await (await openStore()).article("a1", NOW);
    expect(none.kind === "found" && none.article.pictures).toBeUndefined();
    write("content/publication.yaml", `${PUBLICATION}pictures: { files: 18 }\n`);
    await built();
    expect(served().length).toBe(3 + 18);
    const all = await (await openStore()).article("a1", NOW);
    expect(all.kind === "found" && all.article.pictures?.length).toBe(1);
  });

  test("warns of a picture of more than 2 MB or 4,000 pixels, and says what is saved", async () => {
    write("content/media/wide.png", await quarters(4100, 200).png().toBuffer());
    article("ferry", "![Wide](wide.png)");
    const { warnings } = await built();
    expect(warnings.filter((each) => each.includes("wide.png"))).toEqual([
      expect.stringMatching(
        /^warning: content\/media\/wide\.png: found a picture of [\d.]+ [km]B \(4100 × 200 pixels\); expected at most 2 MB and 4000 pixels a side: .+; readers get a variant of at most [\d.]+ kB, which saves [\d.]+ k?M?B$/,
      ),
    ]);
  });

  test("names the file of a picture that cannot be read, and builds nothing", async () => {
    const whole = await quarters(900, 900).jpeg().toBuffer();
    write("content/media/cut.jpg", whole.subarray(0, Math.floor(whole.length / 2)));
    article("ferry", "![Cut](cut.jpg)");
    const outcome = await build();
    const problems = outcome.ok ? [] : outcome.error.problems;
    expect(problems.filter((each) => !each.startsWith("warning"))).toEqual([
      expect.stringMatching(
        /^content\/media\/cut\.jpg: found a picture that cannot be decoded: .+; expected a whole picture of at most 200 megapixels/,
      ),
      expect.stringContaining("1 fault"),
    ]);
    expect(existsSync(join(root, ".dateline/content.js"))).toBe(false);
  });

  test.each(["many", "-1", "1.5"])("refuses pictures: { files: %s }", async (files) => {
    write("content/publication.yaml", `${PUBLICATION}pictures: { files: ${files} }\n`);
    const outcome = await build();
    expect(!outcome.ok && outcome.error.problems[0]).toMatch(
      /publication\.yaml:\d+ pictures\.files: .+ expected a whole number of files/,
    );
  });
});
