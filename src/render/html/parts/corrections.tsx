import type { Article } from "../../../model/article.ts";
import { markLabel, type PageLanguage } from "../page-language.ts";
import { Label } from "./label.tsx";
import { ReaderTime } from "./times.tsx";

/** The corrections of an article with their times. */
export function Corrections({ article, page }: { article: Article; page: PageLanguage }) {
  const { corrections, language } = article;
  if (corrections.length === 0) return null;
  const label = markLabel(language, page);
  return (
    <section class="corrections" aria-labelledby="corrections-heading">
      <h2 id="corrections-heading">
        <Label mark={label}>{page.labels.corrections}</Label>
      </h2>
      <ul>
        {corrections.map(({ time, text }) => (
          <li>
            <span class="when">
              <ReaderTime time={time} page={page} mark={label} />
            </span>{" "}
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
