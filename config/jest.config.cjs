const path = require('node:path')

const rootDir = path.resolve(__dirname, '..')

// These ship ES modules alone; jest runs CommonJS, so they are transformed like our own code.
const modules = ['jose', 'hpke', '@panva', '@noble', 'shamir-secret-sharing', 'write-excel-file', 'read-excel-file']

const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
}

const base = {
  rootDir,
  setupFiles: [path.join(__dirname, 'seed.cjs')],
  testEnvironment: 'node',
  transform: { '\\.[cm]?[jt]sx?$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`node_modules/(?!(${modules.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
}

const project = (displayName, testMatch, more = {}) => ({
  ...base,
  displayName,
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  ...more,
})

const database = '\\.db\\.test\\.ts$'

/** One project a kind of test: `npx jest -c config/jest.config.cjs --selectProjects rules`. */
module.exports = {
  rootDir,
  // Only a test that hangs is stopped; how fast a machine is, is no test.
  testTimeout: 120_000,
  cacheDirectory: path.join(rootDir, 'node_modules/.cache/jest'),
  projects: [
    project('rules', ['{contract,ballot,auditor,functions,config,tests/architecture}/**/*.test.ts'], {
      testPathIgnorePatterns: [database, '/node_modules/'],
    }),
    project('database', ['functions/**/*.db.test.ts', 'tests/{flows,bench,safety}/**/*.db.test.ts']),
    project('fuzz', ['tests/fuzz/**/*.test.ts']),
    project('faults', ['tests/faults/**/*.test.ts']),
    project('attack', ['tests/attack/**/*.test.ts']),
    project('components', ['{src,office}/**/*.test.{ts,tsx}'], {
      testEnvironment: 'jsdom',
      setupFiles: [...base.setupFiles, path.join(__dirname, 'text-encoder.cjs')],
      // Packages are taken as Node would, not as a browser: those builds are CommonJS.
      testEnvironmentOptions: { customExportConditions: ['node', 'require'] },
      globals: { API_URL: '', DEMO: false, SURVEY_KEYS: null, SPEECH_PLUGIN: true },
      moduleNameMapper: {
        '^@tarojs/components$': '<rootDir>/tests/stand-ins/components',
        '^@tarojs/taro$': '<rootDir>/tests/stand-ins/taro',
        '\\.css$': '<rootDir>/config/style-stand-in.cjs',
      },
    }),
    project('journeys', ['tests/journeys/**/*.test.ts', 'tests/bench/{h5,office}*.test.ts']),
    project('weapp', ['tests/weapp/**/*.test.ts', 'tests/bench/weapp*.test.ts']),
    project('packaged', ['tests/packaged/**/*.test.ts']),
  ],
}
