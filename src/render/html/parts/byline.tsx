import type { Agency, ArticleHead, Person } from "../../../model/article.ts";
import type { Publication } from "../../../model/publication.ts";
import { nameSlug } from "../../../model/scope.ts";
import { allOf } from "../../../model/selection.ts";
import { feedAddresses } from "../../../site/feed-links.ts";
import { remember } from "../../../syntax/remember.ts";
import { markLabel, type PageLanguage } from "../page-language.ts";

type BylineProps = { article: ArticleHead; publication: Publication; page: PageLanguage; hasAddresses: boolean };

/** The authors and the agency. Without authors the agency is marked up as the author. */
export function Byline({ article, publication, page, hasAddresses }: BylineProps) {
  const { agency, byline, language } = article;
  if (byline.length === 0 && !agency) return null;
  return (
    <p class="byline">
      {byline.length > 0 && (
        <span class="people" {...markLabel(language, page)}>
          {page.labels.by} <Names people={byline} publication={publication} page={page} />
        </span>
      )}{" "}
      {agency && <AgencyName agency={agency} publication={publication} isAuthor={byline.length === 0} />}
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

type NamesProps = { people: readonly Person[]; publication: Publication; page: PageLanguage };

/** The names as a list in the page's language: with its commas and its word for "and". */
function Names({ people, publication, page }: NamesProps) {
  const between = textsAround(
    people.map(({ name }) => name),
    page.tag,
  );
  return (
    <>
      {people.map((person, place) => (
        <>
          {between[place]}
          <PersonName person={person} publication={publication} />
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

type CreditProps = { name: string; publication: Publication };

/** A name with a link to the page of the author's articles. */
function CreditLink({ name, publication }: CreditProps) {
  const { html } = feedAddresses(publication.address, allOf({ kind: "author", slug: nameSlug(name) }));
  return (
    <a class="p-name u-url" href={html} rel="author">
      {name}
    </a>
  );
}

function PersonName({ person: { name }, publication }: { person: Person; publication: Publication }) {
  return (
    <bdi class="p-author h-card">
      <CreditLink name={name} publication={publication} />
    </bdi>
  );
}

type AgencyNameProps = { agency: Agency; publication: Publication; isAuthor: boolean };

function AgencyName({ agency: { name, url }, publication, isAuthor }: AgencyNameProps) {
  if (isAuthor)
    return (
      <bdi class="agency p-author h-card">
        <CreditLink name={name} publication={publication} />
      </bdi>
    );
  return <bdi class="agency">{url ? <a href={url}>{name}</a> : <span>{name}</span>}</bdi>;
}

function EmailAddress({ address }: { address: string }) {
  return (
    <bdi class="email">
      <a href={`mailto:${address}`}>{address}</a>
    </bdi>
  );
}
