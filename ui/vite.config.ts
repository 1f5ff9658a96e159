import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** What the window allows a page to do; `vite preview` holds the same, so that a breach shows before packaging. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'";

const src = (path: string) => new URL(`./src/${path}`, import.meta.url).pathname;

/** Has the words of most windows fetched beside the script that asks for them, and not after it. */
const wordsBeside: Plugin = {
  name: "words-beside",
  transformIndexHtml: {
    order: "post",
    handler: (_, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /\/zh-[^/]*\.js$/.test(file))
        .map((file) => ({
          tag: "link",
          attrs: { rel: "modulepreload", crossorigin: "", href: `/${file}` },
          injectTo: "head" as const,
        })),
  },
};

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), svelteTesting(), wordsBeside],
  resolve: {
    alias: {
      $lib: src("lib"),
      $components: src("components"),
      $generated: src("generated"),
      $messages: src("lib/messages.ts"),
    },
  },
  // The words of a language are one text that is read at once, not a module of thousands of names.
  json: { namedExports: false, stringify: true },
  clearScreen: false,
  server: { port: 1420, strictPort: true },
  preview: { headers: { "Content-Security-Policy": policy } },
  build: {
    target: ["chrome109", "safari16"],
    outDir: mode === "demo" ? "dist-demo" : "dist",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: mode === "demo" ? "demo.html" : "index.html",
      // What the question for the passphrase needs is one file: each file is a way to the window's process and back.
      output: { codeSplitting: { groups: [{ name: "start", tags: ["$initial"] }] } },
    },
  },
  test: {
    environment: "jsdom",
    // The contrast of the colours is read from the file itself.
    css: { include: [/tokens\.css/] },
    globals: true,
    // A slow machine is no fault of the code.
    testTimeout: 300_000,
    setupFiles: ["./src/lib/test-setup.ts"],
    include: ["src/**/*.test.ts"],
  },
}));
