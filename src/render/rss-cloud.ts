import type { Feed } from "../model/feed.ts";
import { pushAddresses } from "../site/push-addresses.ts";
import { empty, type XmlElement } from "./xml-element.ts";

/** The ports that an address leaves out: the element has to name one. */
const USUAL_PORTS: Readonly<Record<string, string>> = { "https:": "443", "http:": "80" };

/**
 * RSS 2.0's `cloud`, for readers that know rssCloud and no WebSub. `http-post` is the one of its protocols that is spoken here; RSS 2.0 has no
 * other word for it over TLS, which the port tells. There is no procedure to name outside of XML-RPC and SOAP.
 */
export function rssCloud(feed: Feed): XmlElement | undefined {
  const { cloud } = pushAddresses(feed);
  if (cloud === undefined) return undefined;
  const { hostname, port, pathname, protocol } = new URL(cloud);
  return empty({
    domain: hostname,
    port: port || USUAL_PORTS[protocol],
    path: pathname,
    registerProcedure: "",
    protocol: "http-post",
  });
}
