import { foundParts } from "../../../model/search-tokens.ts";
import type { Child } from "../../../syntax/jsx/jsx-runtime.ts";

/** A text in which the words of a search are marked. */
export function markedWords(text: string, words: string | undefined): Child {
  if (words === undefined) return text;
  const parts = foundParts(text, words);
  return (
    <>
      {parts.map(({ from, to }, index) => (
        <>
          {text.slice(parts[index - 1]?.to ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </>
      ))}
      {text.slice(parts.at(-1)?.to ?? 0)}
    </>
  );
}
