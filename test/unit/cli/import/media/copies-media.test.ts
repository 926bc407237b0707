import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MAX_MEDIA_BYTES } from "../../../../../src/compile/media/inspect-media.ts";
import { emptyRepository } from "../import-in.ts";
import { feedWith, item, mediaServer, PNG, silence } from "./media-server.ts";

const { run, root, put, read, write, compiled } = emptyRepository();
const { at, route, serve, asked } = mediaServer();
const importAll = (...more: string[]) => run("feed.xml", "--media", "--allow-private", ...more);
const stored = () => {
  const folder = join(root(), "content/media/imported");
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};
const nameOf = (address: string) => createHash("sha256").update(address).digest("hex").slice(0, 20);
const parts = () => join(root(), ".dateline/import");

describe("--media", () => {
  it("copies sound, film, art and players of the text under names made from their addresses", async () => {
    const sound = silence(40);
    serve("/4.mp3?x=1", sound, "application/octet-stream");
    serve("/film.mp3", silence(9), "audio/mpeg");
    serve("/art.png", PNG, "image/jpeg");
    const body = `&lt;p&gt;Hear &lt;audio src="${at("/film.mp3")}" controls&gt;&lt;/audio&gt;&lt;/p&gt;`;
    const inside = `<enclosure url="${at("/4.mp3?x=1")}" length="0" type="audio/mpeg"/><itunes:image href="${at("/art.png")}"/><itunes:duration>75</itunes:duration>`;
    put("feed.xml", feedWith(item("Four", inside).replace("Notes.", body)));
    const { isWhole } = await importAll();
    expect(isWhole).toBe(true);
    const [soundName, filmName, artName] = ["/4.mp3?x=1", "/film.mp3", "/art.png"].map((path) => nameOf(at(path)));
    expect(stored()).toEqual([`${artName}.png`, `${filmName}.mp3`, `${soundName}.mp3`].sort());
    expect(readFileSync(join(root(), `content/media/imported/${soundName}.mp3`))).toEqual(sound);
    const { four } = await compiled();
    expect(four?.attachments).toEqual([
      {
        file: {
          url: expect.stringContaining(`/${soundName}.mp3`),
          mediaType: "audio/mpeg",
          length: sound.length,
          duration: 75,
        },
        art: expect.stringContaining(`/${artName}.png`),
      },
    ]);
    expect(four?.image?.file?.mediaType).toBe("image/png");
    expect(four?.body).toContain(`/${filmName}.mp3" controls`);
    expect(four?.body).not.toContain("127.0.0.1");
    expect(existsSync(parts()) ? readdirSync(parts()) : []).toEqual([]);
    const before = asked.length;
    expect((await importAll()).total).toBe("0 articles written, 1 unchanged");
    expect(asked).toHaveLength(before);
  });

  it("copies transcripts that content/media takes, and leaves others at their addresses", async () => {
    serve("/4.mp3", silence(3), "audio/mpeg");
    serve("/4.vtt", Buffer.from("WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"), "text/vtt");
    serve("/4.html", Buffer.from("<p>Hello</p>"), "text/html");
    const inside = `<enclosure url="${at("/4.mp3")}" length="7" type="audio/mpeg"/>
<podcast:transcript xmlns:podcast="https://podcastindex.org/namespace/1.0" url="${at("/4.vtt")}" type="text/vtt"/>
<podcast:transcript xmlns:podcast="https://podcastindex.org/namespace/1.0" url="${at("/4.html")}" type="text/html"/>`;
    put("feed.xml", feedWith(item("Four", inside)));
    await importAll();
    expect((await compiled()).four?.attachments[0]?.transcripts).toEqual([
      { url: expect.stringContaining(`/${nameOf(at("/4.vtt"))}.vtt`), mediaType: "text/vtt" },
      { url: at("/4.html"), mediaType: "text/html" },
    ]);
  });

  it("goes on where a broken connection ended, within one run", async () => {
    const sound = silence(200);
    route("/a.mp3", ({ headers }, response) => {
      const start = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
      const head = { "content-type": "audio/mpeg", etag: '"v1"' };
      if (start === 0) {
        response.writeHead(200, { ...head, "content-length": sound.length });
        response.write(sound.subarray(0, 30_000), () => setTimeout(() => response.destroy(), 50));
      } else if (headers["if-range"] === '"v1"') {
        const range = `bytes ${start}-${sound.length - 1}/${sound.length}`;
        response.writeHead(206, { ...head, "content-range": range, "content-length": sound.length - start });
        response.end(sound.subarray(start));
      } else response.writeHead(500).end();
    });
    put("feed.xml", feedWith(item("A", `<enclosure url="${at("/a.mp3")}" length="7" type="audio/mpeg"/>`)));
    await importAll();
    expect(readFileSync(join(root(), "content/media/imported", stored()[0] ?? ""))).toEqual(sound);
    expect(asked.map(({ headers }) => headers.range !== undefined)).toEqual([false, true]);
  });

  it("goes on in a later run, and then puts the file into the article that it wrote before", async () => {
    const sound = silence(200);
    const half = sound.subarray(0, 40_000);
    route("/a.mp3", (_, response) => {
      response.writeHead(200, { "content-type": "audio/mpeg", "content-length": sound.length, etag: '"v1"' });
      response.write(half, () => setTimeout(() => response.destroy(), 50));
    });
    put("feed.xml", feedWith(item("A", `<enclosure url="${at("/a.mp3")}" length="7" type="audio/mpeg"/>`)));
    const first = await importAll();
    expect(first.summary.join("\n")).toContain("a file was not copied and stays at its address");
    expect(stored()).toEqual([]);
    expect(read("a.html")).toContain(`src: ${at("/a.mp3")}`);
    expect(readFileSync(join(parts(), `${nameOf(at("/a.mp3"))}.part`)).length).toBe(half.length);
    route("/a.mp3", ({ headers }, response) => {
      expect(headers.range).toBe(`bytes=${half.length}-`);
      const range = `bytes ${half.length}-${sound.length - 1}/${sound.length}`;
      response.writeHead(206, { "content-type": "audio/mpeg", "content-range": range });
      response.end(sound.subarray(half.length));
    });
    expect((await importAll()).total).toBe("1 article written, 0 unchanged");
    expect(readFileSync(join(root(), "content/media/imported", stored()[0] ?? ""))).toEqual(sound);
    expect(read("a.html")).toContain(`src: imported/${nameOf(at("/a.mp3"))}.mp3`);
  });

  it("starts anew if the file has changed in the meantime", async () => {
    const [old, changed] = [silence(100), silence(60)];
    mkdirSync(parts(), { recursive: true });
    const part = join(parts(), `${nameOf(at("/a.mp3"))}.part`);
    writeFileSync(part, old.subarray(0, 20_000));
    writeFileSync(`${part}.json`, JSON.stringify({ address: at("/a.mp3"), validator: '"v1"' }));
    serve("/a.mp3", changed, "audio/mpeg");
    put("feed.xml", feedWith(item("A", `<enclosure url="${at("/a.mp3")}" type="audio/mpeg"/>`)));
    await importAll();
    expect(readFileSync(join(root(), "content/media/imported", stored()[0] ?? ""))).toEqual(changed);
  });

  it("leaves a file that is too large at its address, with the length that the server says", async () => {
    route("/long.mp3", (_, response) => {
      response.writeHead(200, { "content-type": "audio/mpeg", "content-length": MAX_MEDIA_BYTES + 1 });
      response.write(silence(1));
    });
    put("feed.xml", feedWith(item("A", `<enclosure url="${at("/long.mp3")}" length="0" type="audio/mpeg"/>`)));
    const { summary, isWhole } = await importAll();
    expect(isWhole).toBe(true);
    expect(read("a.html")).toContain(`length: ${MAX_MEDIA_BYTES + 1}\n`);
    expect(summary.join("\n")).toContain("stays at its address");
    expect(summary.join("\n")).not.toContain("length of an attachment is not known");
    expect(stored()).toEqual([]);
  });

  it("does not take a page for a recording, nor sound for a picture", async () => {
    const page = Buffer.from("<!doctype html><title>Sign in</title>");
    serve("/a.mp3", page, "text/html");
    serve("/b.jpg", silence(3), "image/jpeg");
    const inside = `<enclosure url="${at("/a.mp3")}" length="7" type="audio/mpeg"/><itunes:image href="${at("/b.jpg")}"/>`;
    put("feed.xml", feedWith(item("A", inside)));
    await importAll();
    expect(stored()).toEqual([]);
    expect(readdirSync(parts())).toEqual([]);
    expect(read("a.html")).toContain(`src: ${at("/a.mp3")}`);
  });

  it("asks for no more files once the disk refuses one, and still writes the articles", async () => {
    serve("/a.mp3", silence(3), "audio/mpeg");
    serve("/b.mp3", silence(3), "audio/mpeg");
    mkdirSync(join(root(), ".dateline"));
    // A file in place of the folder refuses every part.
    writeFileSync(parts(), "");
    const enclosed = (name: string) => `<enclosure url="${at(`/${name}.mp3`)}" length="7" type="audio/mpeg"/>`;
    put("feed.xml", feedWith(item("A", enclosed("a")) + item("B", enclosed("b"))));
    const { total, summary } = await importAll();
    expect(total).toBe("2 articles written, 0 unchanged");
    expect(summary.join("\n")).toContain("b.mp3: the disk refused a file before it");
    expect(asked.map(({ path }) => path)).toEqual(["/a.mp3"]);
    expect(read("b.html")).toContain(`src: ${at("/b.mp3")}`);
  });

  it("asks no host of a private network without --allow-private", async () => {
    serve("/a.mp3", silence(3), "audio/mpeg");
    put("feed.xml", feedWith(item("A", `<enclosure url="${at("/a.mp3")}" length="7" type="audio/mpeg"/>`)));
    await run("feed.xml", "--media");
    expect([asked, stored()]).toEqual([[], []]);
  });

  it("keeps what a person has changed", async () => {
    serve("/a.mp3", silence(3), "audio/mpeg");
    put("feed.xml", feedWith(item("A", `<enclosure url="${at("/a.mp3")}" length="7" type="audio/mpeg"/>`)));
    await run("feed.xml");
    write("a.html", read("a.html").replace("Notes.", "My notes."));
    const { problems } = await importAll();
    expect(problems).toEqual(["content/articles/a.html: differs from the imported article; not changed"]);
  });
});

it("without --media nothing is asked for, and a length that nobody knows is said", async () => {
  put("feed.xml", feedWith(item("A", `<enclosure url="${at("/a.mp3")}" length="0" type="audio/mpeg"/>`)));
  const { summary } = await run("feed.xml", "--allow-private");
  expect(asked).toEqual([]);
  expect(summary.join("\n")).toContain("the length of an attachment is not known (0 in the file); --media measures it");
});
