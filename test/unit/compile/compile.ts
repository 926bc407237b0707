import { collectNotes } from "../../../src/compile/body/body-report.ts";
import { emitBody } from "../../../src/compile/body/emit/emit-body.ts";
import { type BodyFormat, parseBody } from "../../../src/compile/body/parse/parse-body.ts";
import { resolveBody } from "../../../src/compile/body/resolve/resolve-body.ts";
import { type CompileOptions, compileContent } from "../../../src/compile/compile-content.ts";
import { formatFault } from "../../../src/compile/content-fault.ts";
import type { InspectedMedia } from "../../../src/compile/media/inspect-media.ts";
import type { MediaFacts } from "../../../src/compile/media/media-facts.ts";
import { openMediaFolder } from "../../../src/compile/media/media-folder.ts";
import { PLACEHOLDER_ORIGIN } from "../../../src/site/addresses.ts";

export const ID = "tag:example.org,2026-01-01:articles/7f3k9q2m";

export const PUBLICATION = `title: Harbour & Hill
address: https://news.example.org
description: News from two towns.
language: en
identity: { authority: example.org, date: 2026-01-01 }
sections:
  - { slug: harbour, title: Harbour }
  - { slug: hill, title: Hill }
`;

export const MEDIA: readonly InspectedMedia[] = [
  facts({ name: "icon.png", hash: "0a1b2c3d4e5f6071", mediaType: "image/png", length: 1024, width: 512, height: 512 }),
  facts({ name: "map.png", hash: "1b2c3d4e5f607182", mediaType: "image/png", length: 300, width: 800, height: 600 }),
  facts({ name: "talk.mp3", hash: "2c3d4e5f60718293", mediaType: "audio/mpeg", length: 1_204_224 }),
  facts({ name: "2026/tide table.pdf", hash: "3d4e5f6071829304", mediaType: "application/pdf", length: 90_112 }),
  facts({ name: "film.mp4", hash: "4e5f607182930415", mediaType: "video/mp4", length: 5_000 }),
];

export const ICON = `${PLACEHOLDER_ORIGIN}/media/0a1b2c3d4e5f6071/icon.png`;
export const MAP = `${PLACEHOLDER_ORIGIN}/media/1b2c3d4e5f607182/map.png`;
export const TALK = `${PLACEHOLDER_ORIGIN}/media/2c3d4e5f60718293/talk.mp3`;
export const TIDES = `${PLACEHOLDER_ORIGIN}/media/3d4e5f6071829304/tide%20table.pdf`;
export const FILM = `${PLACEHOLDER_ORIGIN}/media/4e5f607182930415/film.mp4`;

function facts(each: MediaFacts): InspectedMedia {
  return { name: each.name, ok: true, value: each };
}

/** A content file with these extra fields and this text. */
export function articleText(fields: string, body = "It is open."): string {
  return `---\nid: ${ID}\ntitle: Quay opens\npublished: 2024-03-03T21:42:00+08:00\n${fields}---\n${body}\n`;
}

type Options = Partial<CompileOptions> & {
  publication?: string | undefined;
  media?: readonly InspectedMedia[];
  pages?: Readonly<Record<string, string>>;
};

/** Compiles articles and pages that are given by slug, in development mode and without media unless the options say otherwise. */
export function compile(articles: Readonly<Record<string, string | Uint8Array>>, options: Options = {}) {
  const { publication = PUBLICATION, media = [], pages = {}, ...others } = options;
  const bytes = (text: string | Uint8Array) => (typeof text === "string" ? new TextEncoder().encode(text) : text);
  return compileContent(
    {
      publication: { file: "content/publication.yaml", bytes: bytes(publication) },
      articles: Object.entries(articles).map(([slug, text]) => ({
        file: `content/articles/${/\.html$/.test(slug) ? slug : `${slug}.md`}`,
        bytes: bytes(text),
      })),
      pages: Object.entries(pages).map(([slug, text]) => ({
        file: `content/pages/${/\.html$/.test(slug) ? slug : `${slug}.md`}`,
        bytes: bytes(text),
      })),
      media,
    },
    { mode: "development", randomBytes: (count) => new Uint8Array(count), ...others },
  );
}

/** The messages that the author reads. */
export function messages(compiled: ReturnType<typeof compile>): { faults: string[]; warnings: string[] } {
  const { warnings } = compiled.ok ? compiled.value : compiled.error;
  return { faults: compiled.ok ? [] : compiled.error.faults.map(formatFault), warnings: warnings.map(formatFault) };
}

/** The one article, as fields of the model. Throws with the faults if it does not compile. */
export function compileOne(text: string, options: Options = {}) {
  const compiled = compile({ quay: text }, { media: MEDIA, ...options });
  const [article] = compiled.ok ? compiled.value.articles : [];
  if (!article) throw new Error(messages(compiled).faults.join("\n"));
  return article;
}

/** A body by itself, on the page of the article `quay`. */
export function bodyOf(text: string, dateline?: string, format: BodyFormat = "markdown") {
  const articles = new Set(["quay", "slipway", "old-slipway", "notes"]);
  const destinations = { media: openMediaFolder(MEDIA), articles, drafts: new Set(["notes"]) };
  const parsed = parseBody({ format, text });
  const { report, ...notes } = collectNotes();
  const place = { slug: "quay", page: `${PLACEHOLDER_ORIGIN}/articles/quay`, destinations };
  const body = emitBody(resolveBody(parsed, place, report), dateline, report);
  const printed = (kind: "faults" | "warnings") =>
    [...parsed[kind], ...notes[kind]].map(({ line, found, expected }) => `${line}: ${found}; ${expected}`);
  return { ...body, faults: printed("faults"), warnings: printed("warnings") };
}
