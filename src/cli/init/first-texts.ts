import { stringify } from "yaml";
import type { InitAnswers } from "./answers.ts";

/** The first article: a draft, which no build for readers has. `published` is a time with its zone. */
export function firstArticleText(known: { readonly id: string; readonly published: string; readonly author: string }) {
  return `---
# A draft is shown on this machine only. To publish it, remove the line "status". To start afresh, delete this file:
# an article that was never deployed leaves nothing behind. docs/writing-articles.md describes every field.
id: ${known.id}
title: Our first article
# One or two sentences for lists and feeds. Without them, the first paragraph is used.
summary:
${yaml({ byline: [known.author] })}published: ${known.published}
# The slug of a section in content/publication.yaml.
section:
tags: []
# A file in content/media, and what it shows: { src: harbour.jpg, alt: "Two ferries at the quay" }
image:
status: draft
---

Write the first paragraph here: what happened, where and when.

## A heading

Markdown and HTML both work. \`npm run new -- "Another title"\` writes the next draft.
`;
}

export function aboutPageText({ title, description, author, email }: InitAnswers): string {
  return `---
# A page of its own at /about. "navigation" says where it is linked from: header, footer or none.
title: About
navigation: header
---

<!-- Say who you are, what you write about, and why. -->

${markdown(description)}

${markdown(title)} is published by ${markdown(author || title)}.${contact(email)}

You can follow it with a [feed reader](/feeds).
`;
}

export function imprintPageText({ title, author, email }: InitAnswers): string {
  return `---
# A page of its own at /imprint. Many countries ask for one: who is responsible, with a postal address.
title: Imprint
navigation: footer
---

<!-- Fill in what the law of your country asks for: a postal address, a telephone number, a register. -->

Responsible for the content of ${markdown(title)}: ${markdown(author || title)}.${contact(email)}
`;
}

function contact(email: string): string {
  return email === "" ? "" : ` You can write to [${markdown(email)}](mailto:${encodeURI(email)}).`;
}

/** A text whose characters mean nothing in Markdown. */
function markdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#&:|~!]/g, "\\$&");
}

function yaml(field: Readonly<Record<string, unknown>>): string {
  return stringify(field, { lineWidth: 0 });
}
