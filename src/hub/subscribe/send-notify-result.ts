import { NO_SNIFFING } from "../../http/security-headers.ts";
import { escapeHtml } from "../../syntax/html.ts";

/** The answer that rssCloud has for success and failure alike; whoever registers looks into it, not at the status. */
export function sendNotifyResult(success: boolean, message: string): Response {
  const body = `<?xml version="1.0" encoding="utf-8"?>\n<notifyResult success="${success}" msg="${escapeHtml(message)}"/>\n`;
  const headers: [string, string][] = [
    ["Content-Type", "text/xml; charset=utf-8"],
    ["Cache-Control", "no-store"],
    NO_SNIFFING,
  ];
  return new Response(body, { headers });
}
