/** What may stand where, in all formats and modules. */
import type { Check } from "../../finding.ts";
import { fromGrammar } from "./from-grammar.ts";

export const STRUCTURE_CHECKS: readonly Check[] = [
  {
    id: "grammar.unknown-element",
    level: "error",
    summary: "Every element of a known format or module is one that it defines, in the place where it is defined.",
    why: "Readers skip what they do not know. A misspelt or misplaced element is lost in all of them, and strict parsers reject the feed.",
    how: "Correct the name (names are case-sensitive) or the place, or put an element of your own into a namespace of your own.",
  } as const,
  {
    id: "grammar.missing-element",
    level: "error",
    summary: "Every element has the elements that it must contain.",
    why: "Readers ignore an incomplete image, text input, author or reference as a whole, and strict parsers reject the feed.",
    how: "Add the missing element, or remove the one that needs it.",
  } as const,
  {
    id: "grammar.duplicate-element",
    level: "error",
    summary: "No element stands more often than it may.",
    why: "Some readers take the first, some the last, some join them. Nobody knows which title or date people see.",
    how: "Keep one of them. Two programs or plug-ins that both write the element are the usual cause.",
  } as const,
  {
    id: "grammar.missing-attribute",
    level: "error",
    summary: "Every element has the attributes that it must have.",
    why: "Without the attribute the element says nothing, so readers skip it: a link without href, a category without term.",
    how: "Add the attribute, or remove the element.",
  } as const,
  {
    id: "grammar.unexpected-attribute",
    level: "error",
    summary: "No element has an attribute that its format does not define.",
    why: "Readers ignore it, so what it says is lost. It is often a misspelling (xmlurl, ispermalink) or belongs to another version.",
    how: "Correct the name (names are case-sensitive), or put an attribute of your own into a namespace.",
  } as const,
  {
    id: "grammar.unexpected-text",
    level: "error",
    summary: "No text stands where only elements or attributes may.",
    why: "Readers do not show such text.",
    how: "Move the text into an element that may contain it.",
  } as const,
  {
    id: "grammar.no-namespace",
    level: "error",
    summary: "Elements inside of extensions and XHTML have a namespace.",
    why: "RSS 2.0 allows new elements only in namespaces, and an element without one is not HTML. Readers take it for one of RSS, or drop it.",
    how: 'Declare the namespace: xmlns="http://www.w3.org/1999/xhtml" on the <div>, or a prefix on the extension.',
  } as const,
  {
    id: "grammar.namespace",
    level: "error",
    summary: "Namespaces are written exactly as their specifications have them.",
    why: "A namespace is compared letter by letter. With a slash too few, readers know none of its elements: images, media and podcasts are missing.",
    how: "Copy the namespace from the specification, with its last slash or #.",
  } as const,
  {
    id: "grammar.order",
    level: "error",
    summary: "The metadata of an Atom feed stands before its entries.",
    why: "Readers that stop after some entries never see it, and validators reject the feed.",
    how: "Write all <entry> last.",
  } as const,
  {
    id: "grammar.conflict",
    level: "error",
    summary: "No two attributes contradict each other.",
    why: "Readers must follow one of them, and the standard does not say which.",
    how: "Remove one of them, or correct the dates.",
  } as const,
  {
    id: "grammar.twice-told",
    level: "warning",
    summary: "An element of RSS and one of a module do not say the same twice.",
    why: "Readers use one of the two, each in its own order. If they ever differ, readers show different dates, authors or ids.",
    how: "Keep the element of RSS itself.",
  } as const,
  {
    id: "grammar.deprecated",
    level: "warning",
    summary: "No element or value is one that its specification has replaced.",
    why: "New readers know only the replacement.",
    how: "Use the replacement that the finding names, or the current list.",
  } as const,
  {
    id: "media.group",
    level: "error",
    summary: "A media:group contains several files of the same thing.",
    why: "Media RSS defines a group for alternatives. Several readers skip one that has no choice.",
    how: "Write a single <media:content> without the group.",
  } as const,
].map(fromGrammar);
