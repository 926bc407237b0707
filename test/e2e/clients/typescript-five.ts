import { registerHooks } from "node:module";

/**
 * Is loaded before a generator of clients. Generators print code with the programming interface of TypeScript 5, which
 * TypeScript 7 does not have; `@ts-morph/common` contains it.
 */
const URL_OF_FIVE = "typescript-five:";

const library = import.meta.resolve("@ts-morph/common");
const source = `import common from ${JSON.stringify(library)}; export default common.ts;`;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "typescript" ? { url: URL_OF_FIVE, format: "module", shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    url === URL_OF_FIVE ? { format: "module", source, shortCircuit: true } : next(url, context),
});
