/**
 * FOAF 0.99: people, groups and documents. In feeds mostly inside of `dc:creator`, `foaf:maker` and persons of Atom.
 */
import { type Children, type ElementRule, many, OPEN } from "../../element-rule.ts";
import { fault, quote, type ValueType } from "../../grammar-fault.ts";
import { iriReference } from "../../values/addresses.ts";
import { anyText } from "../../values/words.ts";

const CLASSES: readonly string[] = [
  ...["Agent", "Document", "Group", "Image", "LabelProperty", "OnlineAccount", "OnlineChatAccount"],
  ...["OnlineEcommerceAccount", "OnlineGamingAccount", "Organization", "Person", "PersonalProfileDocument", "Project"],
];

const PROPERTIES: readonly string[] = [
  ...["account", "accountName", "accountServiceHomepage", "age", "aimChatID", "based_near", "birthday"],
  ...["currentProject", "depiction", "depicts", "dnaChecksum", "familyName", "family_name", "firstName", "focus"],
  ...["fundedBy", "geekcode", "gender", "givenName", "givenname", "holdsAccount", "homepage", "icqChatID", "img"],
  ...["interest", "isPrimaryTopicOf", "jabberID", "knows", "lastName", "logo", "made", "maker", "member"],
  ...["membershipClass", "msnChatID", "myersBriggs", "name", "nick", "openid", "page", "pastProject", "phone", "plan"],
  ...["primaryTopic", "publications", "schoolHomepage", "sha1", "skypeID", "status", "surname", "theme", "thumbnail"],
  ...["tipjar", "title", "topic", "topic_interest", "weblog", "workInfoHomepage", "workplaceHomepage", "yahooChatID"],
];

const mailbox: ValueType = (value) =>
  /^mailto:[^\s@]+@[^\s@]+$/i.test(value)
    ? undefined
    : fault("value.email", `${quote(value)} is not mailto: and an address`);

/** The digest of a mailbox with `mailto:` (FOAF, mbox_sha1sum). */
const sha1: ValueType = (value) =>
  /^[0-9a-f]{40}$/i.test(value)
    ? undefined
    : fault("value.hash", `${quote(value)} does not have the 40 digits of SHA-1`);

const DESCRIPTION: ElementRule = { ...OPEN, attributes: { "rdf:about": iriReference, "rdf:resource": iriReference } };
const PROPERTY: ElementRule = { ...OPEN, text: anyText, attributes: { "rdf:resource": iriReference } };

export const FOAF: Children = {
  ...Object.fromEntries(CLASSES.map((name) => [`foaf:${name}`, many(DESCRIPTION)])),
  ...Object.fromEntries(PROPERTIES.map((name) => [`foaf:${name}`, many(PROPERTY)])),
  "foaf:mbox": many({ ...OPEN, text: anyText, attributes: { "rdf:resource": mailbox } }),
  "foaf:mbox_sha1sum": many({ text: sha1, attributes: { "rdf:datatype": anyText } }),
};
