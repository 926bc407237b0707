import type { MediaFacts } from "../../../../src/compile/media/media-facts.ts";
import { pageToJson } from "../../../../src/compile/pages/page-json.ts";
import { compilePageSubmission, parsePageSubmission } from "../../../../src/compile/pages/page-submission.ts";
import type { Page } from "../../../../src/model/page.ts";
import { withPublicOrigin, withStoredOrigin } from "../../../../src/site/public-origin.ts";
import { hashOfPage } from "../../../../src/store/d1/write/write-page.ts";
import type { Answer } from "./fake-desk.ts";

type Kept = { readonly page: Page; readonly revision: number; readonly text: string; readonly type: string };

type Sent = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
};

/** The pages of a fake desk, in memory. A page that is sent is compiled as the real desk compiles it. */
export function fakePages(origin: () => string, media: (name: string) => MediaFacts | undefined) {
  const pages = new Map<string, Kept>();
  const hashOf = ({ page }: Kept) => hashOfPage(JSON.stringify(page));
  const listed = (kept: Kept) => ({
    slug: kept.page.slug,
    status: kept.page.status,
    hash: hashOf(kept),
    etag: `"${kept.revision}-${hashOf(kept)}"`,
    address: `${origin()}/${kept.page.slug}`,
  });
  const put = ({ headers, body }: Sent, slug: string): Answer => {
    const type = String(headers["content-type"]).split(";")[0];
    if (type !== "text/markdown" && type !== "text/html") return { status: 415 };
    const text = body.toString();
    const parsed = parsePageSubmission({ mediaType: type, text, slug });
    const compiled = compilePageSubmission(parsed, { language: "en", origin: origin(), media });
    if (!compiled.ok) return { status: 422, body: { title: "Invalid content", faults: compiled.error.faults } };
    const before = pages.get(slug);
    if (headers["if-none-match"] === "*" && before) return { status: 412 };
    if (headers["if-match"] !== undefined && headers["if-match"] !== (before && listed(before).etag))
      return { status: 412 };
    const page = withStoredOrigin(compiled.value.page, origin());
    const kept = { page, revision: (before?.revision ?? 0) + 1, text, type };
    const isSame = before && hashOf(before) === hashOf(kept);
    pages.set(slug, isSame ? { ...before, text, type } : kept);
    return { status: 200, body: { outcome: isSame ? "unchanged" : before ? "changed" : "created" } };
  };
  const answer = (sent: Sent, slug: string | undefined): Answer => {
    if (slug === undefined)
      return {
        status: 200,
        body: { pages: [...pages.values()].map(listed).toSorted((a, b) => (a.slug < b.slug ? -1 : 1)) },
      };
    if (sent.method === "PUT") return put(sent, slug);
    const kept = pages.get(slug);
    if (!kept) return { status: 404 };
    if (sent.method === "DELETE") {
      pages.delete(slug);
      return { status: 200, body: {} };
    }
    const isSource = String(sent.headers.accept).includes(kept.type);
    const body = isSource ? kept.text : pageToJson(withPublicOrigin(kept.page, origin()));
    return { status: 200, headers: { "content-type": isSource ? kept.type : "application/json" }, body };
  };
  return { pages, answer };
}
