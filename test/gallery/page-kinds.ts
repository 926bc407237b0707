import { createApp } from "../../src/http/app.ts";
import { readConfig } from "../../src/http/config.ts";
import type { Page } from "../../src/model/page.ts";
import { nameSlug } from "../../src/model/scope.ts";
import { ORIGIN } from "../fixtures/full-article.ts";
import { serve } from "../worker/serve.ts";
import {
  articleAtDesk,
  busyHub,
  emptyOverview,
  openDesk,
  overview,
  quietHub,
  reference,
  refusedSignIn,
} from "./desk.ts";
import { type Direction, type GalleryPublication, NOON, PUBLICATIONS } from "./publications.ts";

/** What the pages of one direction are taken from. */
type Source = GalleryPublication & {
  /** Asks as a browser does that opens an address. */
  readonly open: (path: string) => Promise<Response>;
  /** The same of a publication with one article and a draft, in a development build. */
  readonly openSmall: (path: string) => Promise<Response>;
  readonly openEmpty: (path: string) => Promise<Response>;
  readonly openBroken: (path: string) => Promise<Response>;
  readonly openFaulty: (path: string) => Promise<Response>;
  readonly askDesk: (path: string, init?: RequestInit) => Promise<Response>;
};

/** A kind of page. `name` is its folder in the gallery. */
export type PageKind = {
  readonly name: string;
  readonly title: string;
  readonly group: "Lists" | "Articles" | "Problems" | "The desk";
  readonly status: number;
  /** True if the page is in English, from left to right, whatever the language of the publication is. */
  readonly isEnglish?: boolean;
  readonly answer: (source: Source) => Promise<Response> | Response;
};

export const PAGE_KINDS: readonly PageKind[] = [
  ...groupOf("Lists", [
    ["front", "Front page", ({ open }) => open("/")],
    ["front-few", "Front page with one article and a draft", ({ openSmall }) => openSmall("/")],
    ["front-empty", "Front page without articles", ({ openEmpty }) => openEmpty("/")],
    ["section", "Section", ({ open }) => open("/sections/harbour/")],
    ["tag", "Tag", ({ open, texts }) => open(`/tags/${slugIn(texts.tags, 1)}/`)],
    ["author", "Author", ({ open, texts }) => open(`/authors/${slugIn(texts.people, 1)}/`)],
    ["archive", "Archive page", ({ open }) => open("/archives/2/")],
    ["front-older", "Second page of the front", ({ open }) => open("/?page=2")],
    ["search", "Search", ({ open }) => open("/search")],
    ["search-found", "Search that matches", ({ open, many }) => open(`/search?q=${firstWordOf(many[3]?.title)}`)],
    ["tags", "Tags", ({ open }) => open("/tags/")],
    ["authors", "Authors", ({ open }) => open("/authors/")],
    ["months", "Months", ({ open }) => open("/archives/")],
    ["month", "Headlines of a month", monthOfNewest],
    ["filtered", "Filtered page", ({ open, texts }) => open(`/?tag=${slugIn(texts.tags, 0)}&limit=3`)],
    ["filtered-empty", "Filtered page that matches nothing", ({ open }) => open("/?q=zzz")],
    ["feeds", "List of all feeds", ({ open }) => open("/feeds")],
    ["about-feed", "About a feed, as a browser opens it", ({ open }) => open("/rss.xml")],
    ["about-archive", "About an archive of a feed", ({ open }) => open("/archives/1/atom.xml")],
  ]),
  ...groupOf("Articles", [
    ["article-full", "Article with everything", ({ open, full }) => open(`/articles/${full.slug}`)],
    ["article-plain", "Plain article", ({ open, plain }) => open(`/articles/${plain.slug}`)],
    ["article-elements", "Every element of a text", ({ open, elements }) => open(`/articles/${elements.slug}`)],
    ["article-corrected", "Article with corrections", ({ open, corrected }) => open(`/articles/${corrected.slug}`)],
    ["article-podcast", "Podcast and attachments", ({ open, podcast }) => open(`/articles/${podcast.slug}`)],
    ["content-page", "Page beside the articles", ({ open, elements }) => open(`/${elements.slug}`)],
    ["article-draft", "Draft, in development", ({ openSmall, draft }) => openSmall(`/articles/${draft.slug}`)],
  ]),
  ...groupOf("Problems", [
    ["not-found", "Not found", ({ open }) => open("/nothing"), 404],
    ["withdrawn", "Withdrawn, with the reason", ({ open, retracted }) => open(`/articles/${retracted.slug}`), 410],
    ["bad-request", "Bad request", ({ open }) => open("/?limit=many"), 400],
  ]),
  {
    ...{ name: "content-faults", title: "Faults of the content, in development", group: "Problems", status: 503 },
    isEnglish: true,
    answer: ({ openFaulty }) => openFaulty("/"),
  },
  {
    ...{ name: "internal", title: "Fault of the service", group: "Problems", status: 500, isEnglish: true },
    answer: ({ openBroken }) => openBroken("/"),
  },
  ...groupOf("The desk", [
    ["desk-sign-in", "Sign-in", ({ askDesk }) => askDesk("/desk/")],
    ["desk-sign-in-refused", "Sign-in that was refused", refusedSignIn, 401],
    ["desk-overview", "Overview", overview],
    ["desk-overview-empty", "Overview without content", emptyOverview],
    ["desk-published", "Published article", (source) => articleAtDesk(source, source.full, "published")],
    [
      "desk-form-fault",
      "Article with a fault in its form",
      (source) => articleAtDesk(source, source.corrected, "published", "Expected a reason of 1 to 1000 characters."),
      422,
    ],
    ["desk-draft", "Draft", (source) => articleAtDesk(source, source.draft, "draft")],
    ["desk-retracted", "Retracted article", (source) => articleAtDesk(source, source.retracted, "retracted")],
    ["desk-hub", "Hub", busyHub],
    ["desk-hub-quiet", "Hub without subscribers", quietHub],
    ["desk-reference", "API reference", reference],
    ["desk-problem", "Problem", ({ askDesk }) => askDesk("/desk/session", { method: "POST" }), 403],
  ]).map((kind) => ({ ...kind, isEnglish: true })),
];

type Row = readonly [name: string, title: string, answer: PageKind["answer"], status?: number];

function groupOf(group: PageKind["group"], rows: readonly Row[]): PageKind[] {
  return rows.map(([name, title, answer, status = 200]) => ({ name, title, group, status, answer }));
}

function firstWordOf(title = ""): string {
  return encodeURIComponent(title.split(" ").toSorted((a, b) => b.length - a.length)[0] ?? "");
}

async function monthOfNewest({ open }: Source): Promise<Response> {
  const [, month = ""] = /\/archives\/(\d{4}-\d\d)\//.exec(await (await open("/archives/")).text()) ?? [];
  return open(`/archives/${month}/`);
}

function slugIn(names: readonly string[], index: number): string {
  return encodeURIComponent(nameSlug(names[index] ?? ""));
}

/** What is wrong with the content of an author. */
const FAULTS = [
  'content/articles/quay.md:5 published: found "2 Jan"; expected a time such as 2026-11-24T09:30:00+08:00',
  "content/media/a.png: found image/gif; expected image/png, as its extension says",
];

/** Few entries a page, so that there are archives. */
const vars = { FEED_ENTRIES: 16 };
const NAVIGATION = { accept: "text/html,*/*;q=0.8", "sec-fetch-dest": "document" };

/** Pages and what they load, in one direction. */
export type Pages = {
  /** @throws Error if the answer is not a page with the status of its kind */
  readonly page: (kind: PageKind) => Promise<Response>;
  /** Answers a request of a page. Every picture is the same drawing; there are no other media files. */
  readonly resource: (path: string) => Promise<Response>;
};

export function openPages(direction: Direction): Pages {
  const source = openSource(PUBLICATIONS[direction]);
  return {
    page: async (kind) => {
      const response = await kind.answer(source);
      const type = response.headers.get("content-type") ?? "";
      if (response.status !== kind.status || !type.startsWith("text/html"))
        throw new Error(`${kind.name} (${direction}): ${response.status} ${type} instead of ${kind.status} text/html`);
      return response;
    },
    resource: async (path) => {
      if (/^(?:\/desk)?\/media\//.test(path))
        return /\.(?:jpg|png)$/.test(path) ? picture() : new Response(null, { status: 404 });
      return path.startsWith("/desk/") ? source.askDesk(path) : source.open(path);
    },
  };
}

function openSource(gallery: GalleryPublication): Source {
  const { publication, many, plain, draft } = gallery;
  const opener = (setting: Parameters<typeof serve>[0]) => {
    const { get } = serve({ ...setting, vars });
    return (path: string) => get(path, NAVIGATION);
  };
  const broken = createApp({
    config: readConfig({}),
    siteFor: () => {
      throw new Error("The gallery's broken site");
    },
    mediaFiles: { open: async () => undefined },
    now: () => NOON,
    log: () => {},
  });
  return {
    ...gallery,
    open: opener({ articles: many, artifact: { publication, pages: [pageOf(gallery)] } }),
    openSmall: opener({ articles: [plain, draft], artifact: { publication, mode: "development" } }),
    openEmpty: opener({ articles: [], artifact: { publication } }),
    openFaulty: opener({ articles: [], artifact: { publication }, buildFaults: FAULTS }),
    openBroken: async (path) => broken.fetch(new Request(ORIGIN + path, { headers: NAVIGATION })),
    askDesk: openDesk(gallery),
  };
}

/** A page with every element of a text, linked in the header. */
function pageOf({ elements: { slug, title, summary, language, body } }: GalleryPublication): Page {
  const url = `${ORIGIN}/${encodeURIComponent(slug)}`;
  return { slug, url, title, description: summary, language, body, navigation: "header", status: "published" };
}

/** A picture that can be seen on light and on dark paper, and shows what was cut off. */
function picture(): Response {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90" width="1600" height="900" preserveAspectRatio="xMidYMid slice">
<rect width="160" height="90" fill="#7f9fb5"/><circle cx="118" cy="28" r="11" fill="#f3d9a4"/>
<path d="M0 60 38 32l26 22 22-14 34 24 40-12v38H0z" fill="#4f6b6f"/><path d="M0 70h160v20H0z" fill="#35566b"/>
<rect x="1" y="1" width="158" height="88" fill="none" stroke="#c0392b" stroke-width="1"/></svg>`;
  return new Response(svg, { headers: { "content-type": "image/svg+xml" } });
}
