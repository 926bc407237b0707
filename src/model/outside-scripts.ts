import * as z from "zod";
import { line, webAddress } from "./schema.ts";

/** What a publication lets other people's hosts do on its pages. None of it is in a feed. */

/** An address of a host that pages load a script from. */
const httpsAddress = webAddress.refine((address) => address.startsWith("https://"), {
  error: "expected an address that begins with https://",
});

/** The services that count readers, with what each calls the id of a site. */
export const ANALYTICS_SITES = {
  cloudflare: "the token of the site, such as 0a1b2c3d4e5f60718293a4b5c6d7e8f9",
  plausible: "the domain of the site, such as news.example.org",
  umami: "the id of the website, such as 9f8e7d6c-0b1a-4c2d-8e3f-4a5b6c7d8e9f",
  goatcounter: "the code of the site, such as harbour in harbour.goatcounter.com",
  matomo: "the number of the site, such as 1",
} as const;

type Service = keyof typeof ANALYTICS_SITES;

const SITE_FORMS: Readonly<Record<Service, RegExp>> = {
  cloudflare: /^[0-9a-f]{32}$/i,
  plausible: /^[a-z0-9.-]+(?:,[a-z0-9.-]+)*$/i,
  umami: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  goatcounter: /^[a-z0-9-]+$/i,
  matomo: /^\d{1,9}$/,
};

const serviceNames = Object.keys(ANALYTICS_SITES).join(", ");

const analyticsFields = z.strictObject({
  service: z
    .enum(["cloudflare", "plausible", "umami", "goatcounter", "matomo"], { error: `expected one of ${serviceNames}` })
    .optional(),
  site: z.union([z.string(), z.number()]).transform(String).optional(),
  address: httpsAddress.optional(),
  script: httpsAddress.optional(),
});

/**
 * A service that counts readers, or only the script of one. `address` is that of a service of one's own: of its script,
 * of GoatCounter's site, of Matomo's folder.
 */
export type Analytics =
  | { readonly script: string }
  | { readonly service: Service; readonly site: string; readonly address?: string };

/** A service by its name, or the address of a script. */
export const analyticsSchema = z
  .preprocess((value) => (typeof value === "string" ? { script: value } : value), analyticsFields)
  .transform(({ service, site, address, script }, context): Analytics => {
    const refused = (path: readonly string[], message: string) => {
      context.addIssue({ code: "custom", path: [...path], message, input: undefined });
      return z.NEVER;
    };
    if (script !== undefined && service === undefined) return { script };
    if (service === undefined)
      return refused([], `expected a service (${serviceNames}) with its site, or the address of a script`);
    if (site === undefined || !SITE_FORMS[service].test(site))
      return refused(["site"], `expected ${ANALYTICS_SITES[service]}`);
    if (service === "matomo" && address === undefined)
      return refused(["address"], "expected the address of your Matomo, such as https://matomo.example.org/");
    if (service === "cloudflare" && address !== undefined)
      return refused(["address"], "expected no address, since Cloudflare has one only");
    return { service, site, ...(address !== undefined && { address }) };
  });

/** Comments in the discussions of a repository (https://giscus.app, which tells the ids). */
export const commentsSchema = z.strictObject({
  service: z.literal("giscus", { error: "expected giscus" }),
  repo: z.string().regex(/^[\w.-]+\/[\w.-]+$/, { error: "expected owner/name of a public repository" }),
  repoId: z.string().regex(/^[\w=-]+$/, { error: "expected the id of the repository, as giscus.app shows it" }),
  category: line,
  categoryId: z.string().regex(/^[\w=-]+$/, { error: "expected the id of the category, as giscus.app shows it" }),
});
export type Comments = z.infer<typeof commentsSchema>;

/** `peertube` are the hosts whose films articles may show. PeerTube has no host of its own. */
export const playersSchema = z.strictObject({
  peertube: z.array(
    z.string().regex(/^(?=.{4,253}$)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/, {
      error: "expected the name of a host, such as video.example.org",
    }),
  ),
});
