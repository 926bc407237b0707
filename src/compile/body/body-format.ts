/** What an article's body is written in. HTML is for what a program brings in or has made; an author writes Markdown. */
export type BodyFormat = "markdown" | "html";

/** A body as it stands in the file, at the lines it has there. */
export type BodySource = { readonly format: BodyFormat; readonly text: string };

export function formatOfFile(file: string): BodyFormat {
  return file.endsWith(".html") ? "html" : "markdown";
}
