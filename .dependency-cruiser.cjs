const feature = '^functions/(account|pairing|ticket|intake|notice|visit|survey|ledger|inspection)/'

/** The arrows of the tree; README.md draws them. */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'both-sides-know-only-the-contract', severity: 'error', from: { path: '^(src|office)/' }, to: { path: '^functions/' } },
    {
      name: 'office-and-phone-share-the-contract-alone',
      severity: 'error',
      from: { path: '^(src|office)/' },
      to: { path: '^(src|office)/', pathNot: '^$1/' },
    },
    { name: 'functions-know-no-screen', severity: 'error', from: { path: '^functions/' }, to: { path: '^(src|office)/' } },
    {
      name: 'contract-imports-zod-mini-only',
      severity: 'error',
      from: { path: '^contract/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^contract/', '^node_modules/zod/mini', '^node_modules/zod/'] },
    },
    {
      // What phone, office, servers and auditors compute alike runs on each of them.
      name: 'ballot-is-pure',
      severity: 'error',
      from: { path: '^ballot/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^(ballot|contract)/', '^node_modules/(zod|@noble|hpke|@panva)/'] },
    },
    {
      name: 'auditors-need-no-server',
      severity: 'error',
      from: { path: '^auditor/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(src|office|functions)/' },
    },
    {
      name: 'servers-know-of-the-auditors-only-how-to-publish',
      severity: 'error',
      from: { path: '^(src|office|functions)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^auditor/', pathNot: '^auditor/publish\\.ts$' },
    },
    {
      name: 'features-meet-at-index',
      severity: 'error',
      from: { path: feature },
      to: { path: feature, pathNot: ['^functions/$1/', '/index\\.ts$', '/owed\\.ts$', '^functions/calendar/calendar\\.ts$'] },
    },
    {
      name: 'entries-take-a-feature-by-its-index',
      severity: 'error',
      from: { path: '^functions/entry/' },
      // Draw, cast and export are given their own piece of the survey: they must not have the rest of it in their bundles.
      to: { path: feature, pathNot: ['/index\\.ts$', '^functions/survey/(ballots|cast|draw|drawing|exports|window)\\.ts$'] },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^functions/platform/' },
      to: { path: ['^functions/(entry|local)/', feature] },
    },
    {
      name: 'only-tests-and-local-know-local',
      severity: 'error',
      from: { path: '^functions/', pathNot: ['^functions/local/', '\\.test\\.ts$'] },
      to: { path: '^functions/local/' },
    },
    {
      // Rules stand in the file named after their folder.
      name: 'rules-import-only-contract-and-rules',
      severity: 'error',
      from: {
        path: '^functions/([^/]+)/(\\1|access|submit|deadline|head|line|view|phone-code|desktop|tie-request|owed|person|card|circle|inquiry|box-opening|home|household|cadre|unit|village)\\.ts$',
      },
      to: { path: ['^functions/platform/', '^functions/entry/', '^functions/local/', 'node_modules/(@aws-sdk|electrodb|hono)'] },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\.css$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.local)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.h5.ts', '.weapp.ts', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
    },
  },
}
