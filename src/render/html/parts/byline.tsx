import type { Agency, Article, Person } from "../../../model/article.ts";
import { remember } from "../../../syntax/remember.ts";
import { markLabel, type PageLanguage } from "../page-language.ts";

type BylineProps = { article: Article; page: PageLanguage; hasAddresses: boolean };

/** The authors and the agency. Without authors the agency is marked up as the author. */
export function Byline({ article, page, hasAddresses }: BylineProps) {
  const { agency, byline, language } = article;
  if (byline.length === 0 && !agency) return null;
  return (
    <p class="byline">
      {byline.length > 0 && (
        <span class="people" {...markLabel(language, page)}>
          {page.labels.by} <Names people={byline} page={page} />
        </span>
      )}{" "}
      {agency && <AgencyName agency={agency} isAuthor={byline.length === 0} />}
      {hasAddresses &&
        byline.map(
          ({ email }) =>
            email && (
              <>
                {" "}
                <EmailAddress address={email} />
              </>
            ),
        )}
    </p>
  );
}

/** The names as a list in the page's language: with its commas and its word for "and". */
function Names({ people, page }: { people: readonly Person[]; page: PageLanguage }) {
  const between = textsAround(
    people.map(({ name }) => name),
    page.tag,
  );
  return (
    <>
      {people.map((person, place) => (
        <>
          {between[place]}
          <PersonName person={person} />
        </>
      ))}
      {between[people.length]}
    </>
  );
}

/** What stands before each of the names in a list, and after the last. */
function textsAround(names: readonly string[], tag: string): readonly string[] {
  return names.length === 1 ? [] : knownTexts([tag, ...names].join("\n"));
}

/** By a language tag and the names, a line each. The same people write much, and each list takes microseconds. */
const knownTexts = remember((key): readonly string[] => {
  const [tag = "", ...names] = key.split("\n");
  const texts = [""];
  for (const { type, value } of listFormat(tag).formatToParts(names)) {
    if (type === "element") texts.push("");
    else texts.push((texts.pop() ?? "") + value);
  }
  return texts;
}, 500);

const listFormat = remember((tag) => new Intl.ListFormat(tag));

function PersonName({ person: { name, url } }: { person: Person }) {
  return (
    <bdi class="p-author h-card">
      {url ? (
        <a class="p-name u-url" href={url} rel="author">
          {name}
        </a>
      ) : (
        <span class="p-name">{name}</span>
      )}
    </bdi>
  );
}

function AgencyName({ agency: { name, url }, isAuthor }: { agency: Agency; isAuthor: boolean }) {
  return (
    <bdi class={isAuthor ? "agency p-author h-card" : "agency"}>
      {url ? (
        <a class={isAuthor ? "p-name u-url" : undefined} href={url}>
          {name}
        </a>
      ) : (
        <span class={isAuthor ? "p-name" : undefined}>{name}</span>
      )}
    </bdi>
  );
}

function EmailAddress({ address }: { address: string }) {
  return (
    <bdi class="email">
      <a href={`mailto:${address}`}>{address}</a>
    </bdi>
  );
}
