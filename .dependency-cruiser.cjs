// The rule of the house: which folder may import which. `npm run check` and test/architecture.test.ts run it.

/** Modules by level, lowest first. Imports go down only, and modules of one level meet by events, never by imports. */
const LEVELS = [
  { level: 1, modules: ['access', 'audit'] },
  { level: 2, modules: ['people', 'agencies'] },
  { level: 3, modules: ['casework'] },
  {
    level: 4,
    modules: [
      'front-door',
      'assessments',
      'child-protection',
      'family-safeguarding',
      'supervision',
      'workforce',
      'children-in-care',
      'placements',
      'fostering',
      'early-help',
      'education',
      'send',
      'strategy',
      'improvement',
    ],
  },
  {
    level: 5,
    modules: [
      'partners',
      'disclosures',
      'schools',
      'family-portal',
      'health',
      'returns',
      'migration',
      'insight',
    ],
  },
]

const TESTS = ['^test/', '\\.test\\.ts$', '/testing/']
const GROUND = '^src/(platform|reference|ui)/'
const anyOf = modules => `^src/modules/(${modules.join('|')})/`
const everyModule = LEVELS.flatMap(({ modules }) => modules)

const downOnly = LEVELS.map(({ level, modules }) => {
  const above = LEVELS.filter(other => other.level > level).flatMap(other => other.modules)
  return {
    name: `level-${level}-imports-down`,
    comment: `Modules of level ${level} import lower levels only; what they need from above is registered in src/main.`,
    severity: 'error',
    from: { path: anyOf(modules), pathNot: TESTS },
    to: { path: above.length > 0 ? `^src/main/|${anyOf(above)}` : '^src/main/' },
  }
})

const apart = LEVELS.map(({ level, modules }) => ({
  name: `level-${level}-stays-apart`,
  comment: 'Modules of one level meet by events, or by what a lower level holds.',
  severity: 'error',
  from: { path: anyOf(modules), pathNot: TESTS },
  to: { path: anyOf(modules), pathNot: '^src/modules/$1/' },
}))

const door = (name, from, to, own) => ({
  name,
  comment: 'Import another folder by its index.ts: the rest of it is its own affair.',
  severity: 'error',
  from: { path: from, pathNot: TESTS },
  to: { path: to, ...(own ? { pathNot: own } : {}) },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'ground-imports-down',
      comment: 'Platform, reference and ui know nothing of the modules built on them.',
      severity: 'error',
      from: { path: GROUND, pathNot: TESTS },
      to: { path: '^src/(modules|main)/' },
    },
    ...downOnly,
    ...apart,
    {
      name: 'module-has-a-level',
      comment: 'Name every module in LEVELS: one that is missing there would escape the rules.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/', pathNot: anyOf(everyModule) },
      to: {},
    },
    door('module-door', '^src/modules/([^/]+)/', '^src/modules/[^/]+/(?!index\\.ts$)', '^src/modules/$1/'),
    door(
      'module-door-from-outside',
      '^(src/(main|platform|reference|ui)|bin)/',
      '^src/modules/[^/]+/(?!index\\.ts$)',
    ),
    door(
      'platform-door',
      '^src/platform/([^/]+)/',
      '^src/platform/[^/]+/(?!index\\.ts$)',
      '^src/platform/$1/',
    ),
    door('platform-door-from-outside', '^(src/(?!platform/)|bin/)', '^src/platform/[^/]+/(?!index\\.ts$)'),
    door('reference-door', '^(src/(?!reference/)|bin/)', '^src/reference/(?!index\\.ts$)'),
    door('ui-door', '^(src/(?!ui/)|bin/)', '^src/ui/(?!index\\.ts$)'),
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules decide and do nothing else: no database, no clock of their own, no framework, no Node.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/rules/', pathNot: TESTS },
      to: {
        pathNot: [
          '^src/modules/$1/rules/',
          '^src/reference/index\\.ts$',
          '^src/platform/(errors|time|ids)/index\\.ts$',
          '^src/ui/index\\.ts$', // dates and ages in words
          '^src/modules/$1/tables\\.ts$', // types only
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'one-door-to-the-database',
      comment: 'Only the platform holds connections.',
      severity: 'error',
      from: { path: '^(src|bin)/', pathNot: [...TESTS, '^src/platform/'] },
      to: { path: '(^|node_modules/)(@types/)?pg(/|$)' },
    },
    {
      name: 'pages-ask-nothing',
      comment:
        'SQL stands in queries, commands and jobs, or beside the feature in its folder; pages, rules and the ground are free of it.',
      severity: 'error',
      from: {
        path: '^(src|bin)/',
        pathNot: [
          ...TESTS,
          '^src/platform/',
          '^src/modules/[^/]+/(?!pages/|rules/)[^/]+/(?!.*(pages|rules)/)',
          '^src/modules/[^/]+/tables\\.ts$',
          '^src/main/demo/',
        ],
      },
      to: { path: '(^|node_modules/)kysely(/|$)' },
    },
    {
      name: 'product-without-tests',
      comment: 'What runs in production does not lean on test code.',
      severity: 'error',
      from: { path: '^(src|bin)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'everything-resolves',
      comment: 'The import leads nowhere: correct the path, or name the package in package.json.',
      severity: 'error',
      // Scripts for the browser import what the server puts beside them.
      from: { path: '^(src|bin|test)/', pathNot: '^src/ui/scripts/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Without TypeScript's own API (version 7 has none) the .ts files are read by swc; otherwise nothing is cruised and all seems well.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.d\\.ts$' }, // swc cannot read them, and they import nothing that runs
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'require', 'types', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
