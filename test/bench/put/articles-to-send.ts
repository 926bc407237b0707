import { pseudoRandom } from "../../../src/cli/newsroom/seed/pseudo-random.ts";
import { generateBody, title } from "../generate-body.ts";

/** The size of the HTML that is sent, in bytes: a long report. */
const TARGET_BYTES = 30_000;

/** An article as a client sends it. `slug` is that of the address. */
export type ArticleToSend = { readonly slug: string; readonly mediaType: string; readonly body: string };

export type SendingForm = "text/html" | "application/json";

/** The article with this number: another text for each, the same on every machine. */
export function articleToSend(number: number, form: SendingForm): ArticleToSend {
  const random = pseudoRandom(number);
  const bodies: string[] = [];
  for (let bytes = 0; bytes < TARGET_BYTES; ) {
    const body = `${generateBody(random)}\n<p><img src="https://example.org/${number}.png" alt="A picture" width="640" height="480"></p>`;
    bodies.push(body);
    bytes += body.length;
  }
  const html = bodies.join("\n").slice(0, TARGET_BYTES);
  const fields = {
    title: title(random),
    published: "2026-02-01T08:00:00Z",
    byline: ["Ada Ferrier"],
    tags: ["ferries", "harbours"],
  };
  const slug = `${form === "text/html" ? "html" : "json"}-${number}`;
  if (form === "application/json") return { slug, mediaType: form, body: JSON.stringify({ ...fields, body: html }) };
  const yaml = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return { slug, mediaType: form, body: `---\n${yaml.join("")}---\n${html}\n` };
}
