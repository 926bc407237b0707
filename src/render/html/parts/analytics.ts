import type { Analytics } from "../../../model/outside-scripts.ts";

/** The tag of a service, and the origins that the page must let it load from and send to. */
export type AnalyticsTag = {
  /** The attributes of the `<script>`. Missing for Matomo, whose script our own one loads. */
  readonly script?: Readonly<Record<string, string | true>>;
  /** What our own script needs to know. */
  readonly own?: Readonly<Record<string, string>>;
  readonly scriptHost: string;
  readonly connectHosts: readonly string[];
};

/** How a publication counts its readers: the tag as each service documents it. */
export function analyticsTag(analytics: Analytics): AnalyticsTag {
  if ("script" in analytics) {
    const scriptHost = originOf(analytics.script);
    return { script: { async: true, src: analytics.script }, scriptHost, connectHosts: [scriptHost] };
  }
  const { service, site, address } = analytics;
  const tag = (src: string, data: Readonly<Record<string, string>>, connect = originOf(src)): AnalyticsTag => ({
    script: { defer: true, src, ...data },
    scriptHost: originOf(src),
    connectHosts: [connect],
  });
  switch (service) {
    case "cloudflare": {
      const beacon = JSON.stringify({ token: site });
      const src = "https://static.cloudflareinsights.com/beacon.min.js";
      return tag(src, { "data-cf-beacon": beacon }, "https://cloudflareinsights.com");
    }
    case "plausible":
      return tag(address ?? "https://plausible.io/js/script.js", { "data-domain": site });
    case "umami":
      // Their cloud has the script on one host and takes what it sends on another.
      return address === undefined
        ? tag("https://cloud.umami.is/script.js", { "data-website-id": site }, "https://api-gateway.umami.dev")
        : tag(address, { "data-website-id": site });
    case "goatcounter": {
      const home = originOf(address ?? `https://${site}.goatcounter.com`);
      const src = address === undefined ? "https://gc.zgo.at/count.js" : `${home}/count.js`;
      return tag(src, { "data-goatcounter": `${home}/count` }, home);
    }
    case "matomo": {
      const folder = (address ?? "").replace(/\/?(?:matomo\.(?:js|php))?$/, "/");
      const host = originOf(folder);
      return { own: { "data-matomo": folder, "data-site": site }, scriptHost: host, connectHosts: [host] };
    }
  }
}

function originOf(address: string): string {
  return new URL(address).origin;
}
