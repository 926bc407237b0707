import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Parser from "rss-parser";
import { expect } from "vitest";
import { elements, parsePage } from "../../unit/render/html/parse-page.ts";
import type { DevServer } from "../harness/dev-server.ts";
import { eventually } from "../harness/eventually.ts";
import { describeWith } from "../harness/installed.ts";
import { copyProject } from "../harness/project-copy.ts";
import { untilServed } from "../harness/served-items.ts";
import { test as servedTest } from "../harness/served-test.ts";
import { addArticle, editArticle } from "../harness/written-articles.ts";
import { idOf, writePublication } from "../publications/generated-publication.ts";
import { EPISODES, type Episode, podcast } from "../publications/podcast.ts";
import { instant } from "./expected-entries.ts";
import { gpodder } from "./gpodder.ts";
import { liferea } from "./liferea.ts";
import { XML_FEED, XML_FEED_PACKAGE } from "./perl-readers.ts";
import type { PodcastClient, ReadEpisode } from "./podcast-client.ts";
import { readByScript, type ScriptedEntry } from "./read-by-script.ts";
import { RUBY_RSS, RUBY_RSS_PACKAGE } from "./ruby-rss.ts";

type Running = Awaited<ReturnType<PodcastClient["subscribe"]>>;

/** A podcast. The programs run until the end of the tests. */
const test = servedTest
  .extend("copy", { scope: "file" }, ({ repository }, { onCleanup }) => {
    const copy = copyProject(repository);
    onCleanup(copy.remove);
    writePublication(copy.root, podcast());
    return copy;
  })
  .extend("running", { scope: "file" }, ({ copy }, { onCleanup }) => {
    const running = { folder: join(copy.scratch, "clients"), clients: new Map<string, Running>() };
    onCleanup(async () => {
      for (const { end } of running.clients.values()) await end();
    });
    return running;
  });

const [first, second] = EPISODES;
if (!first || !second) throw new Error("too few episodes");
const CORRECTED = "Corrected: a day at the lighthouse";
const ADDED = { id: idOf("episodes-4"), title: "The fourth bell", file: "episodes/third.mp3", seconds: 12 };

/** An episode of which programs are to have one entry with this title. */
type Wanted = Pick<Episode, "id" | "title"> & Partial<Pick<Episode, "file" | "seconds">>;

/** Every episode is there once, with its sound. What else a program has is not an episode. */
async function expectEpisodes(found: readonly ReadEpisode[], wanted: readonly Wanted[], hasSeconds: boolean) {
  for (const { id, title, file, seconds } of wanted) {
    const entries = found.filter((entry) => entry.id === id);
    expect(entries.map((entry) => entry.title)).toEqual([title]);
    const [{ enclosure, seconds: told } = {}] = entries;
    const name = file?.split("/").at(-1);
    expect(enclosure?.split("/").at(-1), title).toBe(name);
    if (enclosure !== undefined) expect((await fetch(enclosure)).headers.get("content-type")).toBe("audio/mpeg");
    if (hasSeconds) expect(told, title).toBe(seconds);
  }
}

/** The RSS feeds that the front page announces. */
async function announcedRss({ get, origin }: DevServer): Promise<readonly string[]> {
  const { text } = await get("/", { accept: "text/html" });
  return elements(parsePage(text), "link").flatMap(({ properties: { type, href } }) =>
    type === "application/rss+xml" ? [new URL(String(href), origin).href] : [],
  );
}

/** The announced feed that tells podcast players how long an episode is. */
async function podcastFeed(server: DevServer): Promise<{ readonly address: string; readonly text: string }> {
  for (const address of await announcedRss(server)) {
    const { text } = await server.get(new URL(address).pathname);
    if (text.includes("<itunes:duration>")) return { address, text };
  }
  throw new Error("the page announces no podcast");
}

/** A program that is given the page, and a program that is given the podcast's feed. */
const SUBSCRIPTIONS: readonly (readonly [client: PodcastClient, given: "the page" | "the feed"])[] = [
  [gpodder, "the page"],
  [gpodder, "the feed"],
  [liferea, "the page"],
];

const keyOf = (client: PodcastClient, given: string) => `${client.name}, given ${given}`;

/** Polls until the program has what is wanted: some fetch after they have answered. */
async function pollUntil(running: Running | undefined, isThere: (episodes: readonly ReadEpisode[]) => boolean) {
  if (!running) throw new Error("it has not subscribed");
  return eventually("the program has what is new", async () => {
    await running.poll();
    const episodes = await running.episodes();
    return isThere(episodes) ? episodes : undefined;
  });
}

for (const [client, given] of SUBSCRIPTIONS)
  describeWith(client.requirement, keyOf(client, given), () => {
    test("subscribes and has every episode with its sound", async ({ server, running }) => {
      const folder = join(running.folder, given.replace(" ", "-"));
      mkdirSync(folder, { recursive: true });
      const address = given === "the page" ? `${server.origin}/` : (await podcastFeed(server)).address;
      const subscription = await client.subscribe(address, folder);
      running.clients.set(keyOf(client, given), subscription);
      const episodes = await pollUntil(subscription, ({ length }) => length >= EPISODES.length);
      await expectEpisodes(episodes, EPISODES, given === "the feed");
    });
  });

/** Libraries, which get the podcast's feed and tell sound and length, if they read them. */
describeWith(RUBY_RSS_PACKAGE, "Ruby's rss", () => {
  test("reads every episode of the podcast", async ({ server }) => {
    const { text } = await podcastFeed(server);
    const entries = await readByScript(RUBY_RSS, text, server.scratch);
    await expectEpisodes(entries.map(episodeOf), EPISODES, true);
  });
});

describeWith(XML_FEED_PACKAGE, "XML::Feed", () => {
  test("reads every episode in Atom", async ({ server }) => {
    const entries = await readByScript(XML_FEED, (await server.get("/atom.xml")).text, server.scratch);
    await expectEpisodes(entries.map(episodeOf), EPISODES, false);
  });

  test("reads every episode in RSS without podcast elements, which XML::RSS dies of", async ({ server }) => {
    const { text } = await server.get("/rss.xml");
    expect(text).not.toContain("<podcast:");
    const entries = await readByScript(XML_FEED, text, server.scratch);
    await expectEpisodes(entries.map(episodeOf), EPISODES, false);
  });
});

test("rss-parser reads every episode of the podcast", async ({ server }) => {
  const { items } = await new Parser().parseString((await podcastFeed(server)).text);
  const episodes = items.map(({ guid, title, isoDate, enclosure, itunes }) =>
    episodeOf({ id: guid, title, published: isoDate, enclosure: enclosure?.url, duration: itunes?.duration }),
  );
  await expectEpisodes(episodes, EPISODES, true);
});

function episodeOf({ id, title, published, enclosure, duration }: ScriptedEntry): ReadEpisode {
  return {
    id: String(id),
    title: String(title),
    published: instant(published),
    ...(enclosure && { enclosure }),
    ...(duration && { seconds: Number(duration) }),
  };
}

test("an author corrects an episode, takes another back, and publishes one", async ({ server }) => {
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  editArticle(server.root, "episode-2", { title: CORRECTED, updated: now });
  editArticle(server.root, "episode-1", { retraction: { time: now, reason: "It was another ferry." } });
  const { id, title, file, seconds } = ADDED;
  const attachments = [{ src: file, title: "The episode", duration: seconds, season: 1, episode: 4 }];
  const fields = { id, title, byline: "Ida Quayle", published: now, attachments };
  addArticle(server.root, { slug: "episode-4", fields, markdown: "Once more, a bell." });
  await untilServed(server, CORRECTED, (item) => item.title === CORRECTED);
  await untilServed(server, title, (item) => item.id === id);
  await untilServed(server, "the notice", (item) => item.title.startsWith("Withdrawn: "));
});

for (const [client, given] of SUBSCRIPTIONS)
  describeWith(client.requirement, keyOf(client, given), () => {
    test("has the new episode, and the others once", async ({ running }) => {
      const subscription = running.clients.get(keyOf(client, given));
      const before = (await subscription?.episodes()) ?? [];
      const episodes = await pollUntil(subscription, (all) => all.some(({ id }) => id === ADDED.id));
      await expectEpisodes(episodes, [ADDED], given === "the feed");
      // gPodder takes the podcast, also if it is given the page. The podcast leaves a withdrawn episode out, and the
      // program then removes it (decisions/0040).
      const isPodcast = client === gpodder;
      expect(episodes.length).toBe(before.length + (isPodcast ? 0 : 1));
      if (isPodcast) expect(episodes.map(({ id }) => id)).not.toContain(first.id);
      if (client.showsEdits) {
        await expectEpisodes(episodes, [{ ...second, title: CORRECTED }], isPodcast);
        if (!isPodcast) await expectEpisodes(episodes, [{ id: first.id, title: `Withdrawn: ${first.title}` }], false);
      } else expect(episodes.filter(({ id }) => id !== ADDED.id)).toEqual(before);
    });
  });
