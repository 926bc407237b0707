import { parse } from "parse5";
import { childOf, parseStrictXml } from "../../strict-xml.ts";
import { type Exchange, exchange } from "../harness/exchange.ts";

/** The targets of `hub` and `self` that a document names, in its headers and in its text. */
export type Discovered = { readonly hub: readonly string[]; readonly self: readonly string[] };

/** The path of a feed in each form. */
export const FORMS = { rss: "/rss.xml", atom: "/atom.xml", json: "/feed.json", html: "/" } as const;
export type Form = keyof typeof FORMS;
export const FORM_NAMES = ["rss", "atom", "json", "html"] as const;

export function fetchTopic(address: string): Promise<Exchange> {
  const { origin, pathname, search } = new URL(address);
  return exchange(origin, pathname + search);
}

/** Reads the targets of the two relations that a subscriber needs from `Link` (RFC 8288). */
export function inHeader(link: string | string[] | undefined): Discovered {
  const links = [link ?? []]
    .flat()
    .join(", ")
    .matchAll(/<([^>]*)>((?:\s*;\s*[\w*]+\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]+))*)/g);
  return collect(
    [...links].map(([, href = "", parameters = ""]) => [
      /;\s*rel\s*=\s*"?([^";]*)"?/i.exec(parameters)?.[1] ?? "",
      href,
    ]),
  );
}

export function inDocument(form: Form, text: string): Discovered {
  switch (form) {
    case "rss":
    case "atom":
      return collect(xmlLinks(text));
    case "json": {
      const { hubs = [], feed_url: self }: { hubs?: { url: string }[]; feed_url: string } = JSON.parse(text);
      return { hub: hubs.map(({ url }) => url), self: [self] };
    }
    case "html":
      return collect(htmlLinks(parse(text)));
  }
}

/** The links of the feed itself. Entries have links of their own. */
function xmlLinks(text: string): [string, string][] {
  const root = parseStrictXml(text);
  const feed = root.name === "rss" ? childOf(root, "channel") : root;
  return feed.children.flatMap(({ name, namespace, attributes: { rel = "", href = "" } }): [string, string][] =>
    name.replace(/^.*:/, "") === "link" && namespace === "http://www.w3.org/2005/Atom" ? [[rel, href]] : [],
  );
}

type Node = {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
};

function htmlLinks(node: Node): [string, string][] {
  const attribute = (name: string) => node.attrs?.find((each) => each.name === name)?.value ?? "";
  const own: [string, string][] = node.nodeName === "link" ? [[attribute("rel"), attribute("href")]] : [];
  return [...own, ...(node.childNodes ?? []).flatMap(htmlLinks)];
}

function collect(links: readonly (readonly [rel: string, href: string])[]): Discovered {
  const targets = (wanted: string) =>
    links.flatMap(([rel, href]) => (rel.toLowerCase().split(/\s+/).includes(wanted) ? [href] : []));
  return { hub: targets("hub"), self: targets("self") };
}
