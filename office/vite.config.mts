import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vite'

const at = (place: string) => fileURLToPath(new URL(place, import.meta.url))

/**
 * The office web. `vite build` makes what is deployed; `--mode demo` makes what the one-machine stack serves, where one may sign in by
 * picking a person of the made-up town. The two never stand in one folder.
 */
export default defineConfig(({ mode }) => {
  const demo = mode === 'demo'
  return {
    root: at('.'),
    base: '/office/',
    // Only `npm start` and the tests ask for the demo, so a deployed build cannot have it by an environment's accident.
    define: { DEMO: JSON.stringify(demo) },
    build: {
      outDir: at(demo ? '../dist/office-demo' : '../dist/office'),
      emptyOutDir: true,
      // What offices' computers have: Chromium browsers of the last five years.
      target: 'chrome88',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        // antd marks its files for React's servers, which have no part in this.
        onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      },
    },
    logLevel: 'warn' as const,
  }
})
