/** What an rssCloud registration asks for (rssCloud walkthrough, "REST"). */
export type CloudRequest = { readonly callback: string; readonly topics: readonly string[] };

const MAX_TOPICS = 10;
const HOST = /^(?:\[[0-9a-f:.]+\]|[^\s/?#@:\\[\]]+)$/i;

/**
 * Reads the form, or says what is wrong with it. The procedure's name means something to XML-RPC and SOAP only, which are not spoken here. By
 * custom a port of 443 means https, whatever the protocol is called: it has no name of its own in RSS 2.0.
 */
export function readCloudRequest(form: URLSearchParams): CloudRequest | { readonly fault: string } {
  const protocol = form.get("protocol") ?? "http-post";
  if (protocol !== "http-post" && protocol !== "https-post")
    return { fault: "protocol: expected http-post or https-post." };
  const domain = form.get("domain") ?? "";
  if (domain === "")
    return {
      fault:
        "domain: expected the name of the host to notify. Without one it would be the address this request came from, and no IP address is notified here.",
    };
  if (!HOST.test(domain)) return { fault: "domain: expected the name of a host and nothing else." };
  const port = form.get("port") ?? "443";
  if (!/^\d{1,5}$/.test(port)) return { fault: "port: expected a number." };
  const path = form.get("path") ?? "/";
  const scheme = protocol === "https-post" || port === "443" ? "https" : "http";
  const topics = [...form].filter(([name]) => /^url\d*$/.test(name)).map(([, address]) => address);
  if (topics.length === 0) return { fault: "url1: expected the address of an RSS feed of this service." };
  if (topics.length > MAX_TOPICS) return { fault: `url1: expected at most ${MAX_TOPICS} feeds at once.` };
  return { callback: `${scheme}://${domain}:${port}${path.startsWith("/") ? path : `/${path}`}`, topics };
}
