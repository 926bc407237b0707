import type { PseudoRandom } from "../../src/cli/newsroom/seed/pseudo-random.ts";
import { ADJECTIVES, NOUNS, TURNS, VERBS } from "./generated-words.ts";

/** The approximate size of a body in bytes: that of a short news story with its markup. */
export const BODY_BYTES = 2_400;

/**
 * A body as the build compiles it: paragraphs with some links and emphasis, a heading, a list, a pull quote, a
 * quotation.
 */
export function generateBody(random: PseudoRandom): string {
  const blocks: string[] = [];
  for (let length = 0; length < BODY_BYTES; ) {
    const block = generateBlock(random, blocks.length);
    blocks.push(block);
    length += block.length + 1;
  }
  return blocks.join("\n");
}

function generateBlock(random: PseudoRandom, index: number): string {
  if (index === 2 && random.chance(0.5)) {
    const quote = sentence(random);
    return `<aside class="pull-quote"><blockquote><p>${quote}</p></blockquote><p class="attribution">— <cite>the ${random.pick(NOUNS)}</cite></p></aside>`;
  }
  if (index === 3 && random.chance(0.4)) return `<h2>${title(random)}</h2>`;
  if (index === 4 && random.chance(0.3)) {
    const items = Array.from({ length: random.whole(3, 5) }, () => `<li>${phrase(random)}</li>`);
    return `<ul>${items.join("")}</ul>`;
  }
  return paragraph(random);
}

function paragraph(random: PseudoRandom): string {
  const sentences = Array.from({ length: random.whole(2, 5) }, () => sentence(random));
  if (random.chance(0.3)) sentences.push(`The <strong>${phrase(random)}</strong> ${random.pick(VERBS)}.`);
  if (random.chance(0.3)) {
    const address = `https://example.com/${random.pick(NOUNS)}/${random.whole(1, 9_999)}`;
    sentences.push(`More in <a href="${address}">the ${random.pick(NOUNS)}’s own ${random.pick(NOUNS)}</a>.`);
  }
  return `<p>${sentences.join(" ")}</p>`;
}

export function sentence(random: PseudoRandom): string {
  const end = random.chance(0.6) ? `, ${random.pick(TURNS)} the ${phrase(random)} ${random.pick(VERBS)}` : "";
  const amount = random.chance(0.3) ? ` ${random.whole(2, 4_000)} times` : "";
  return `The ${phrase(random)} ${random.pick(VERBS)} the ${phrase(random)}${amount}${end}.`;
}

export function title(random: PseudoRandom): string {
  const text = `${phrase(random)} ${random.pick(VERBS)} ${random.pick(TURNS)} ${phrase(random)}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function phrase(random: PseudoRandom): string {
  return random.chance(0.6) ? `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}` : random.pick(NOUNS);
}
