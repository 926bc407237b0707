import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { inspectMedia } from "../../../../src/compile/media/inspect-media.ts";
import { type MediaFacts, mediaFileOf, storedPath } from "../../../../src/compile/media/media-facts.ts";
import { articleToJson } from "../../../../src/compile/submission/article-json.ts";
import { compileSubmission } from "../../../../src/compile/submission/compile-submission.ts";
import { parseSubmission } from "../../../../src/compile/submission/parse-submission.ts";
import type { Article } from "../../../../src/model/article.ts";
import { stateAt } from "../../../../src/model/article-state.ts";
import { withPublicOrigin, withStoredOrigin } from "../../../../src/site/public-origin.ts";
import { hashOfArticle } from "../../../../src/store/d1/write/change-article.ts";
import { datedArticle } from "../../../../src/store/d1/write/dated-article.ts";
import { publication } from "../../../fixtures/full-article.ts";
import { fakePages } from "./fake-pages.ts";

/** A response, or `undefined` for the response of a real desk. */
export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};
type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
};
type Kept = { readonly article: Article; readonly revision: number; readonly text: string; readonly type: string };

export type FakeDesk = Awaited<ReturnType<typeof startFakeDesk>>;

export const TOKEN = "dateline_test_token";

/**
 * The part of the desk's interface that the command line uses, in memory. Submissions are compiled as the real desk
 * compiles them.
 */
export async function startFakeDesk({ pageSize = 200, sections = ["harbour"] } = {}) {
  const articles = new Map<string, Kept>();
  const media = new Map<string, { readonly facts: MediaFacts; readonly bytes: Buffer }>();
  const names = new Map<string, string>();
  const asked: Asked[] = [];
  let intercept: (request: Asked) => Answer | undefined = () => undefined;
  let origin = "";

  const { pages, answer: answerPages } = fakePages(
    () => origin,
    (name) => media.get(names.get(name) ?? "")?.facts,
  );
  const placed = <Value>(value: Value): Value => withPublicOrigin(value, origin);
  const hashOf = (article: Article) => hashOfArticle(JSON.stringify(article));
  const listed = ({ article, revision }: Kept) => ({
    id: article.id,
    slug: article.slug,
    title: article.title,
    updated: article.updated,
    state: stateAt(article, Date.now()),
    revision,
    hash: hashOf(article),
    etag: `"${revision}-${hashOf(article)}"`,
    address: `${origin}/articles/${encodeURIComponent(article.slug)}`,
  });
  const bySlug = (slug: string) => [...articles.values()].find(({ article }) => article.slug === slug);
  const problem = (status: number, title: string, faults?: unknown): Answer => ({
    status,
    headers: { "content-type": "application/problem+json" },
    body: { title, ...(faults !== undefined && { faults }) },
  });
  const page = <Item>(key: string, items: readonly Item[], url: URL): Answer => {
    const start = Number(url.searchParams.get("after") ?? 0);
    const end = start + pageSize;
    const next = end < items.length ? { next: `${origin}${url.pathname}?limit=200&after=${end}` } : {};
    return { status: 200, body: { [key]: items.slice(start, end), ...next } };
  };

  const recordOf = ({ article }: Kept) => ({
    article,
    row: { position: 1, state: stateAt(article, Date.now()) },
    places: [],
  });
  const put = ({ headers, body, path }: Asked, slug: string): Answer => {
    const type = headers["content-type"]?.split(";")[0];
    if (type !== "text/markdown" && type !== "text/html") return problem(415, "Unsupported media type");
    const compiled = compileSubmission(parseSubmission({ mediaType: type, text: body.toString(), slug }), {
      publication: {
        ...publication,
        address: origin,
        sections: sections.map((each) => ({ slug: each, title: each })),
      },
      now: Date.now(),
      known: bySlug(slug)?.article,
      mintId: () => "tag:example.org,2026-01-01:articles/minted0000000000",
      media: (name) => media.get(names.get(name) ?? "")?.facts,
    });
    if (!compiled.ok) return problem(422, "Invalid content", compiled.error.faults);
    const submitted: Article = withStoredOrigin(compiled.value.article, origin);
    const before = articles.get(submitted.id);
    const article = datedArticle(submitted, before && recordOf(before), {
      now: Date.now(),
      isNoticeable: !path.endsWith("?minor=true"),
    });
    const match = headers["if-match"];
    if (match !== undefined && (!before || match !== listed(before).etag)) return problem(412, "Precondition failed");
    const holder = bySlug(article.slug);
    if (holder && holder.article.id !== article.id) return problem(409, "Slug already in use");
    const isSame = before && hashOf(before.article) === hashOf(article);
    const kept: Kept = isSame
      ? before
      : { article, revision: (before?.revision ?? 0) + 1, text: body.toString(), type };
    articles.set(article.id, kept);
    const outcome = isSame ? "unchanged" : before ? "changed" : "created";
    return {
      status: outcome === "created" ? 201 : 200,
      body: { outcome, article: articleToJson(placed(article)), ...listed(kept) },
    };
  };

  const retract = ({ body, headers }: Asked, slug: string): Answer => {
    const before = bySlug(slug);
    if (!before) return problem(404, "Not found");
    if (headers["if-match"] !== listed(before).etag) return problem(412, "Precondition failed");
    const retraction = {
      time: "2026-01-01T00:00:00Z" as Article["published"],
      reason: JSON.parse(body.toString()).reason,
    };
    const article: Article = { ...before.article, status: "retracted", retraction };
    articles.set(article.id, { ...before, article, revision: before.revision + 1 });
    return { status: 200, body: { outcome: "retracted" } };
  };

  const get = ({ headers }: Asked, slug: string): Answer => {
    const kept = bySlug(slug);
    if (!kept) return problem(404, "Not found");
    const isSource = headers.accept?.includes(kept.type) ?? false;
    if (!isSource && !headers.accept?.includes("json")) return problem(406, "Not acceptable");
    const content = isSource ? kept.text : articleToJson(placed(kept.article));
    return { status: 200, headers: { "content-type": isSource ? kept.type : "application/json" }, body: content };
  };

  const postMedia = async ({ body }: Asked, url: URL): Promise<Answer> => {
    const name = url.searchParams.get("name") ?? "";
    const inspected = await inspectMedia(name, body);
    if (!inspected.ok) return problem(422, "Invalid content", [inspected.error]);
    const path = storedPath(inspected.value);
    media.set(path, { facts: inspected.value, bytes: body });
    names.set(name, path);
    return { status: 201, body: { path, address: placed(mediaFileOf(inspected.value).url), name } };
  };

  const answer = async (request: Asked): Promise<Answer> => {
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return problem(401, "Authentication required");
    const url = new URL(origin + request.path);
    const [, folder = "", first, second] = url.pathname.slice("/desk".length).split("/").map(decodeURIComponent);
    const { method } = request;
    if (folder === "articles" && first === undefined) return page("articles", [...articles.values()].map(listed), url);
    if (folder === "articles" && first !== undefined) {
      if (method === "PUT") return put(request, first);
      return method === "DELETE" ? retract(request, first) : get(request, first);
    }
    if (folder === "pages") return answerPages(request, first);
    if (folder === "media" && first === undefined) {
      if (method === "POST") return postMedia(request, url);
      return page(
        "media",
        [...media.keys()].map((path) => ({ path, name: [...names].find(([, each]) => each === path)?.[0] })),
        url,
      );
    }
    const file = folder === "media" ? media.get(`${first}/${second}`) : undefined;
    return file ? { status: 200, body: file.bytes } : problem(404, "Not found");
  };

  const server = createServer(async (incoming, response) => {
    const { method = "", url = "", headers } = incoming;
    const request: Asked = { method, path: url, headers, body: await buffer(incoming) };
    asked.push(request);
    const { status, headers: sent, body } = intercept(request) ?? (await answer(request));
    const content = typeof body === "string" || body instanceof Buffer ? body : JSON.stringify(body ?? {});
    response.writeHead(status, { "content-type": "application/json", ...sent }).end(content);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    articles,
    pages,
    media,
    asked,
    /** The requests that change something, each as `METHOD path`. */
    changes: () => asked.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`),
    intercept: (handler: typeof intercept) => {
      intercept = handler;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
