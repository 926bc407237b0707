import { env } from "cloudflare:workers";
import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { expect } from "vitest";
import type { DeskScope } from "../../../src/desk/access/scopes.ts";
import type { DeskService } from "../../../src/desk/desk-service.ts";
import { mountDesk } from "../../../src/desk/mount-desk.ts";
import { createToken, type SqlStatement } from "../../../src/desk/tokens.ts";
import { readConfig } from "../../../src/http/config.ts";
import { RepresentationCache } from "../../../src/http/representation/representation-cache.ts";
import type { HttpEnv, RequestRecord } from "../../../src/http/service.ts";
import { openD1Store, openReader } from "../../../src/store/d1/d1-store.ts";
import { readSettings } from "../../../src/store/d1/newsroom-settings.ts";
import { openNewsroom } from "../../../src/store/d1/open-newsroom.ts";
import { openPages } from "../../../src/store/d1/open-pages.ts";
import { bucketFiles } from "../../../src/store/media-files.ts";
import { siteByAddress } from "../../../src/store/site-by-address.ts";
import { undescribed } from "../../fixtures/described-answers.ts";
import { artifactOf } from "../../fixtures/file-content.ts";
import { ORIGIN } from "../../fixtures/full-article.ts";

export const NOON = Date.UTC(2026, 5, 1, 12);

type Sent = { readonly headers?: Record<string, string>; readonly body?: BodyInit; readonly token?: string };

/** Opens the desk over the real database and bucket, with a clock that tests can set and a log that they can read. */
export function openDesk(overrides: Partial<DeskService> = {}) {
  const clock = { now: NOON };
  const log: RequestRecord[] = [];
  const config = readConfig({});
  const settings = readSettings(artifactOf([]), config.division);
  const service: DeskService = {
    config,
    siteFor: siteByAddress(settings.mode, ORIGIN, (origin) => openD1Store(openReader(env.DB, settings), origin)),
    mediaFiles: bucketFiles(env.FILES),
    now: () => clock.now,
    log: (record) => log.push(record),
    representations: new RepresentationCache(),
    newsroom: openNewsroom(env.DB, settings, async () => {}),
    pages: openPages(env.DB),
    db: env.DB,
    bucket: env.FILES,
    sendToHub: async () => {},
    tokenLimit: { limit: async () => ({ success: true }) },
    anonymousLimit: { limit: async () => ({ success: true }) },
    randomBytes: (count) => randomBytes(count),
    pause: (milliseconds) => scheduler.wait(milliseconds),
    ...overrides,
  };
  const app = new Hono<HttpEnv>();
  mountDesk(app, service);
  const send = async (method: string, path: string, { headers = {}, body, token }: Sent = {}) => {
    const authorization = token === undefined ? undefined : { authorization: `Bearer ${token}` };
    const init = { method, headers: { ...authorization, ...headers }, ...(body !== undefined && { body }) };
    const response = await app.fetch(new Request(path.startsWith("http") ? path : ORIGIN + path, init));
    // Whatever a test is about, each answer is of the form that the OpenAPI document says.
    expect(await undescribed({ method, path }, response)).toEqual([]);
    return response;
  };
  return { send, clock, log, service };
}

/** Makes a token and stores it. */
export async function makeToken(name: string, scopes: readonly DeskScope[], expires?: number): Promise<string> {
  const { token, statement } = createToken(
    { name, scopes, expires },
    { now: NOON, randomBytes: (count) => randomBytes(count) },
  );
  await run(statement);
  return token;
}

export async function run({ sql, values }: SqlStatement) {
  return env.DB.prepare(sql)
    .bind(...values)
    .all();
}

/** An article as a client sends it. */
export function articleToSend(overrides: object = {}): string {
  return JSON.stringify({ title: "A title", body: "<p>Text.</p>", published: "2026-02-01T08:00:00Z", ...overrides });
}

/** The parts of a problem that tests compare. */
export async function problemOf(response: Response) {
  const type = response.headers.get("content-type");
  const { type: kind, ...problem } = await response.json<Record<string, unknown>>();
  return { status: response.status, type, kind: String(kind).split("#")[1], problem };
}

/** Signs a browser in with a token. `cookie` is what it sends from then on. */
export async function signIn(send: ReturnType<typeof openDesk>["send"], token: string) {
  const response = await send("POST", "/desk/session", {
    headers: { "content-type": "application/x-www-form-urlencoded", origin: ORIGIN, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ token }).toString(),
  });
  const setCookie = response.headers.get("set-cookie") ?? "";
  return { response, setCookie, cookie: setCookie.split(";")[0] ?? "" };
}
