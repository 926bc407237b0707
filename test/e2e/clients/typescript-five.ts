import { registerHooks } from "node:module";

/**
 * Is loaded before a generator of clients. Generators print code with the programming interface of TypeScript 5, which
 * TypeScript 7 does not have; `@ts-morph/common` contains it.
 */
const URL_OF_FIVE = "typescript-five:";

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "typescript" ? { url: URL_OF_FIVE, format: "module", shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    url === URL_OF_FIVE
      ? {
          format: "module",
          source: `import common from ${JSON.stringify(import.meta.resolve("@ts-morph/common"))}; export default common.ts;`,
          shortCircuit: true,
        }
      : next(url, context),
});
