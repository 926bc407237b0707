import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { PODCAST, type Scope } from "../../src/model/scope.ts";
import { allOf } from "../../src/model/selection.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { publication, time } from "../fixtures/full-article.ts";
import { asStored, empty, open } from "./open.ts";

const NOON = Date.UTC(2026, 5, 1, 12);
const SCOPES: readonly Scope[] = [PODCAST, { kind: "podcast", section: "harbour" }];
const DIVISION = { entries: 50, bytes: 1_000_000 };
const episode = (name: string, more: Partial<Article> = {}) =>
  articleNamed(name, {
    attachments: [{ file: { url: "https://elsewhere.example.org/a.mp3", mediaType: "audio/mpeg", length: 9 } }],
    ...more,
  });
const ARTICLES = [
  episode("first", { section: "harbour" }),
  articleNamed("words", { section: "harbour" }),
  episode("film", { published: time("2026-04-01T00:00:00Z") }),
  episode("wrong", { status: "retracted", retraction: { time: time("2026-05-30T00:00:00Z"), reason: "Wrong" } }),
  episode("later", { status: "scheduled", scheduledFor: time("2026-08-01T00:00:00Z"), section: "harbour" }),
];

test("a newsroom that has episodes gets the podcasts that it would have had from the beginning", async () => {
  await empty();
  const about = {
    ...publication,
    podcast: {},
    sections: [{ slug: "harbour", title: "Harbour", podcast: {} }],
  };
  const { newsroom, store } = open({ division: DIVISION, artifact: { publication: about } });
  let now = NOON - 10_000;
  for (const article of ARTICLES) {
    now += 1_000;
    expect(await newsroom.save(asStored(article), undefined, { actor: "desk", now })).toMatchObject({ ok: true });
  }
  const shown = async (at: number) =>
    Promise.all(
      SCOPES.map(async (scope) => {
        const feed = await store.feed(allOf(scope), { kind: "current" }, at);
        return [feed?.entries.map(({ slug }) => slug), feed?.withdrawals.map(({ id, notice }) => [id, notice])];
      }),
    );
  const before = await shown(NOON);
  expect(before).toEqual([
    [["film", "first"], [[episode("wrong").id, undefined]]],
    [["first"], []],
  ]);

  const podcasts = "SELECT number FROM feeds WHERE key GLOB 'podcast*'";
  await env.DB.batch([
    env.DB.prepare(`DELETE FROM places WHERE feed IN (${podcasts})`),
    env.DB.prepare("DELETE FROM pending WHERE feed GLOB 'podcast*'"),
    env.DB.prepare(`DELETE FROM feeds WHERE number IN (${podcasts})`),
  ]);
  expect(await shown(NOON)).toEqual([
    [[], []],
    [[], []],
  ]);
  const migration = env.MIGRATIONS.find(({ name }) => name === "0006_podcasts.sql");
  await env.DB.batch((migration?.queries ?? []).map((query) => env.DB.prepare(query)));
  expect(await shown(NOON)).toEqual(before);

  // What is due then comes out in the podcasts as well, and a later episode enters them.
  const august = Date.UTC(2026, 7, 2);
  expect((await shown(august)).map(([entries]) => entries)).toEqual([
    ["later", "film", "first"],
    ["later", "first"],
  ]);
  await newsroom.save(asStored(episode("next", { published: time("2026-08-02T00:00:00Z") })), undefined, {
    actor: "desk",
    now: august + 1_000,
  });
  expect((await shown(august + 2_000))[0]?.[0]).toEqual(["next", "later", "film", "first"]);
});
