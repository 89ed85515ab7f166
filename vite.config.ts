import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };

/**
 * The app takes rules and names of operations from the shared files, and leaves their bodies' shapes to the server, which
 * alone checks them. The library that they are written in would be a fifth of what a handheld fetches before its first
 * scan; so in the app every word of it says nothing.
 */
function withoutShapes(): Plugin {
  const nothing = '\0no-shapes';
  return {
    name: 'without-shapes',
    enforce: 'pre',
    resolveId: (id) => (id === 'zod' ? nothing : null),
    load: async (id) => {
      if (id !== nothing) return null;
      const names = Object.keys(await import('zod')).filter((name) => name !== 'default');
      return `const shape = new Proxy(() => shape, { get: (_, name) => (typeof name === 'string' ? shape : undefined) });
        export { ${names.map((name) => `shape as ${name}`).join(', ')} };`;
    },
  };
}

/**
 * The runtime keeps the text of what it runs, in two bytes a character where only one of them is beyond ASCII. The server
 * has such characters in texts alone, where an escape means the same; without spaces and with these it holds 5 MiB less.
 */
function inOneByte(): Plugin {
  return {
    name: 'in-one-byte',
    generateBundle: (_, bundle) => {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/[^\0-\x7f]/g, escaped);
      }
    },
  };
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * What everything else is made of, and needed by whoever signs in: one file of them is kilobytes smaller than the many
 * small ones that they would be by who shares them.
 */
const neededFirst = new RegExp(
  [
    'shared/(kernel/(fields|problem|quantity)|command/(operation|envelope|decision|roles)|scan/check-digits',
    '|ledger/(item-key|place|entry|location-type|reason-code|stock-row|stock-status|source-system-settings|discrepancy|fits)',
    '|putaway/(put|claim|release-claim)|receiving/register)',
    '\\.ts|pwa/(ui/words|store/(backs|aids|snapshot|device|provisional)|scanner/(timer|signals|wedge-(keys|profile))|putaway/(proposed|faces-first)|returns/too-late)\\.ts',
    '|pwa/(engine/(runner|resolve|serial-entry|counted-scan|flow-screen|prints-label)|ui/(header|language|reason-options|grouped))\\.tsx?',
  ].join(''),
);

/**
 * One file for three programs: the progressive web app (default), the server bundle (`vite build --ssr`)
 * and the tests (`vitest`). Packages go into the server bundle, which halves the time it takes to load, but for those that
 * bring binaries or are seldom needed.
 */
export default defineConfig(async ({ isSsrBuild }) => {
  if (isSsrBuild) {
    return {
      root,
      plugins: [inOneByte()],
      ssr: { noExternal: true as const, external: ['better-sqlite3', 'pg', 'pino', 'pdfkit', 'zpl-renderer-js'] },
      build: {
        outDir: 'dist/server',
        target: 'node24',
        sourcemap: true,
        emptyOutDir: true,
        rolldownOptions: {
          input: [
            'api/main.ts',
            'api/bin/serve.ts',
            'api/platform/db/checkpoint-thread.ts',
            'api/platform/print/picture-thread.ts',
          ],
          output: {
            minify: {
              compress: false,
              mangle: { keepNames: { function: true, class: true } },
              codegen: { removeWhitespace: true },
            },
          },
        },
      },
    };
  }
  const underTest = process.env.VITEST !== undefined;
  const sequence = underTest ? { sequencer: (await import('./tests/support/long-run-first.ts')).LongRunFirst } : {};
  return {
    root: `${root}pwa`,
    build: {
      outDir: `${root}dist/pwa`,
      emptyOutDir: true,
      target: 'es2022',
      sourcemap: true,
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: neededFirst }] } } },
    },
    define: { __APP_VERSION__: JSON.stringify(version) },
    worker: { format: 'es' as const },
    optimizeDeps: { include: ['zxing-wasm/reader', '@zxing/browser'] },
    server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
    plugins: underTest
      ? []
      : [
          withoutShapes(),
          VitePWA({
            strategies: 'injectManifest',
            srcDir: 'sw',
            filename: 'sw.ts',
            injectRegister: false,
            manifest: false,
            injectManifest: {
              globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,wasm,woff2}'],
              maximumFileSizeToCacheInBytes: 3_000_000,
            },
          }),
        ],
    test: {
      root,
      // What tests share is the code, which keeps nothing from one application or device to the next; loading it anew for
      // every file would take longer than most of them run.
      isolate: false,
      // Tests make very much that is soon forgotten; with room for it less of it is copied first: a tenth of their time.
      execArgv: ['--min-semi-space-size=16', '--max-semi-space-size=32'],
      // One more than there are cores: one only waits for the simulated worlds, and others for the database.
      maxWorkers: availableParallelism() + 1,
      sequence,
      unstubGlobals: true,
      // What is waited for comes at once, or late on a machine that has much else to do.
      expect: { poll: { timeout: 20_000 } },
      projects: [
        {
          extends: true as const,
          test: {
            name: 'node',
            root,
            environment: 'node',
            include: ['tests/**/*.test.ts'],
            exclude: ['tests/pwa-dom/**', 'tests/browser/**'],
            globalSetup: ['tests/support/global-setup.ts'],
            setupFiles: ['tests/support/node-setup.ts'],
            testTimeout: 30_000,
            hookTimeout: 60_000,
          },
        },
        {
          extends: true as const,
          test: {
            name: 'dom',
            root,
            environment: 'happy-dom',
            include: ['tests/pwa-dom/**/*.test.tsx'],
            testTimeout: 30_000,
            hookTimeout: 60_000,
          },
        },
        {
          extends: true as const,
          test: {
            name: 'built',
            root,
            environment: 'node',
            include: ['tests/browser/**/*.browser.ts', 'tests/**/*.process.ts'],
            globalSetup: ['tests/support/built-setup.ts'],
            setupFiles: ['tests/support/browser-setup.ts'],
            // Each file has a server of its own; while one waits for its page, the other goes on.
            maxWorkers: 2,
            sequence: { ...sequence, groupOrder: 1 },
            testTimeout: 240_000,
            hookTimeout: 60_000,
          },
        },
      ],
    },
  };
});
