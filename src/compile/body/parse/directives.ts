import type { Element, ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import type { Options } from "remark-rehype";
import { cleanLine } from "../../../model/text.ts";
import { hintAt } from "../../nearest.ts";
import type { BodyReport } from "../body-report.ts";

type Handlers = NonNullable<Options["handlers"]>;
type State = Parameters<NonNullable<Handlers["paragraph"]>>[0];

/** The special blocks, each with the form that a fault tells the author. */
const FORMS = {
  "pull-quote": ':::pull-quote{by="Name" role="who they are"}, the sentence, and ::: on a line of its own',
  related: '::related[Title]{label="READ MORE" href="/articles/other-slug"}',
} as const;

export const DIRECTIVE_NAMES: readonly string[] = Object.keys(FORMS);

/** Handlers that make HTML of directives. A directive that is unknown or not in its form is reported and left out. */
export function directiveHandlers(report: BodyReport, source: string): Handlers {
  return {
    containerDirective: (state, node: ContainerDirective) => {
      if (!isInForm(node, "pull-quote", ["by", "role"], report)) return undefined;
      if (!isClosed(node, source))
        report.fault(node, ":::pull-quote without an end", "::: on a line of its own after it");
      return pullQuote(state, node);
    },
    leafDirective: (state, node: LeafDirective) =>
      isInForm(node, "related", ["label", "href"], report) ? relatedLink(state, node) : undefined,
  };
}

function isInForm(
  node: ContainerDirective | LeafDirective,
  wanted: keyof typeof FORMS,
  attributes: readonly string[],
  report: BodyReport,
): boolean {
  const mark = node.type === "containerDirective" ? ":::" : "::";
  const found = mark + node.name;
  const others = Object.keys(node.attributes ?? {}).filter((name) => !attributes.includes(name));
  if (node.name !== wanted) {
    const form = node.name === "related" || node.name === "pull-quote" ? FORMS[node.name] : undefined;
    const known = Object.values(FORMS).join(" or ");
    report.fault(node, found, form ?? `${known}${hintAt(node.name, DIRECTIVE_NAMES)}`);
  } else if (others.length > 0) report.fault(node, `${others.join(", ")} on ${found}`, FORMS[wanted]);
  else if (node.children.every((child) => child.data && "directiveLabel" in child.data) && wanted === "pull-quote")
    report.fault(node, `${found} without a sentence`, FORMS[wanted]);
  else if (node.children.some((child) => child.data && "directiveLabel" in child.data))
    report.fault(node, `a label in brackets on ${found}`, FORMS[wanted]);
  else if (wanted === "related" && node.children.length === 0)
    report.fault(node, `${found} without a title`, FORMS[wanted]);
  else return true;
  return false;
}

/** A container without an end takes in everything that follows it. */
function isClosed({ position }: ContainerDirective, source: string): boolean {
  const end = position?.end.offset ?? 0;
  const lastLine = source.slice(source.lastIndexOf("\n", end - 1) + 1, end);
  return /^[\s>]*:{3,}\s*$/.test(lastLine);
}

function pullQuote(state: State, node: ContainerDirective): Element {
  const by = cleanLine(node.attributes?.by ?? "");
  const role = cleanLine(node.attributes?.role ?? "");
  const name = by === "" ? [] : [element("cite", {}, [text(by)])];
  const said = [...name, ...(role === "" ? [] : [text(by === "" ? role : `, ${role}`)])];
  const attribution = element("p", { className: ["attribution"] }, [text("— "), ...said]);
  const quote = element("blockquote", {}, state.all(node));
  const aside = element("aside", { className: ["pull-quote"] }, said.length > 0 ? [quote, attribution] : [quote]);
  state.patch(node, aside);
  return aside;
}

function relatedLink(state: State, node: LeafDirective): Element {
  const title = cleanLine(
    state
      .all(node)
      .map((child) => textOf(child))
      .join(""),
  );
  const label = cleanLine(node.attributes?.label ?? "").replace(/(?<!\s)\s*:$/, "");
  const href = node.attributes?.href;
  const link =
    href == null ? element("cite", {}, [text(title)]) : element("a", { href, rel: ["related"] }, [text(title)]);
  state.patch(node, link);
  const strong = element("strong", { className: ["label"] }, [text(`${label}:`)]);
  const paragraph = element("p", { className: ["related"] }, label === "" ? [link] : [strong, text(" "), link]);
  state.patch(node, paragraph);
  return paragraph;
}

function element(tagName: string, properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}
