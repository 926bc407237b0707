import { stringify } from "yaml";
import { PUBLICATION_FIELDS } from "../../compile/front-matter/publication-fields.ts";
import { isPlaceholderAddress } from "../../site/placeholder-address.ts";
import type { InitAnswers } from "./answers.ts";

/** The text of `content/publication.yaml`, with a comment for each field and examples of those that may be added. */
export function publicationText({
  title,
  address,
  description,
  identity,
  language,
  timeZone,
  author,
  email,
}: InitAnswers) {
  const [authority = "", date = ""] = identity.split(",");
  const person = { name: author || title, ...(email !== "" && { email }) };
  const placeholder =
    "# This is a placeholder. Change it to your own address: a deploy refuses to publish under this one.\n";
  return `# The publication: the settings that apply to all articles. docs/configuration.md describes every field.
# A mistake is reported with its line and field.

# The name, which is printed at the top of every page and in every feed.
${yaml({ title })}
# The address of the finished site: https:// and the host, without a slash at the end. Every link begins with it.
${isPlaceholderAddress(address) ? placeholder : ""}${yaml({ address })}
# One or two plain sentences that say what a reader will find here.
${yaml({ description })}
# The language of the labels on pages, and of articles that name no other (a BCP 47 tag: en, en-GB, de, zh-Hant).
${yaml({ language })}
${zoneText(timeZone)}
# The authority for the permanent ids of articles: a domain or an e-mail address that was yours on that day.
# Set this once, before you publish the first article, and never change it again, even if the address changes.
# Feed readers recognise articles by these ids. With new ids every article would appear a second time.
${yaml({ identity: { authority, date } })}
# The people responsible for the publication. Each has a name, and may have an email and a url.
${yaml({ people: [person] })}
# The parts of the publication. An article names one by its slug; the title is printed above the headline.
# sections:
#   - slug: news
#     title: News
#     description: What happens here.

# A square picture from content/media, for browser tabs and lists of feeds. It must still be clear at 32 pixels.
# icon: icon.png

# A wide picture with the name, in place of the name at the top of every page.
# logo: logo.png

# The notice that is printed under articles without a notice of their own.
# ${yaml({ rights: `© ${date.slice(0, 4)} ${person.name}` })}
# The terms on which articles may be reused: the address of the licence.
# licence: https://creativecommons.org/licenses/by/4.0/

# For 30 days, feeds have a notice in place of an article that was withdrawn. "tombstone": only Atom tells it.
# retractions: tombstone

# A WebSub hub, which notifies subscribers of changes at once. A newsroom is its own hub.
# hub: https://pubsubhubbub.appspot.com/

# A podcast at /podcast.xml of the articles with audio or video. The image is its cover, in content/media.
# podcast: { category: News, image: cover.png, explicit: false, type: episodic }

# Terms for machines (RSL 1.0, https://rslstandard.org): the permitted and prohibited uses of the articles.
# rsl: { permits: [search], prohibits: [ai-train] }
`;
}

/** A version without the field keeps the zone in a comment, so that the answer is not lost. */
function zoneText(timeZone: string): string {
  const line = yaml({ timeZone });
  return PUBLICATION_FIELDS[""]?.includes("timeZone")
    ? `\n# The time zone in which pages tell times.\n${line}`
    : `\n# The time zone of new articles.\n# ${line}`;
}

/** One field on lines of its own. A long text is not folded. */
function yaml(field: Readonly<Record<string, unknown>>): string {
  return stringify(field, { lineWidth: 0 });
}
