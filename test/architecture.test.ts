import { spawnSync } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Cruise {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly violations: readonly {
      readonly from: string
      readonly to: string
      readonly rule: { readonly name: string }
    }[]
  }
}

function cruise(folder: string, ...parts: string[]): Cruise {
  const tool = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const { stdout, stderr } = spawnSync(process.execPath, [tool, ...parts, '--output-type', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 200_000_000,
  })
  if (!stdout.startsWith('{')) throw new Error(`The cruise did not run: ${stderr}`)
  return JSON.parse(stdout) as Cruise // the tool's own output
}

const violationsOf = (result: Cruise) =>
  result.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`)

describe('the house', () => {
  it('keeps its own rule, every TypeScript file counted', () => {
    const result = cruise('.', 'src', 'bin', 'test')
    const seen = result.modules
      .map(({ source }) => source)
      .filter(source => /^(src|bin|test)\/.*\.ts$/.test(source))
    const there = globSync('{src,bin,test}/**/*.ts').filter(file => !file.endsWith('.d.ts'))
    expect(there.length).toBeGreaterThan(0)
    expect(seen.sort()).toEqual(there.sort())
    expect(violationsOf(result)).toEqual([])
  })

  it('reads environment variables in platform/config alone', () => {
    const readers = spawnSync('grep', ['-rlE', 'process\\.env|from .node:process.', 'src', 'bin'], {
      encoding: 'utf8',
    })
    const files = readers.stdout.split('\n').filter(file => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
    expect(files.filter(file => !file.startsWith('src/platform/config/'))).toEqual([])
  })
})

/** Small houses with one thing wrong: the file, what it imports, and the rule that must catch it. */
const PLANTED: readonly (readonly [file: string, imports: string, rule: string])[] = [
  ['src/platform/log/index.ts', '#modules/people', 'ground-imports-down'],
  ['src/modules/people/queries/person.ts', '#modules/casework', 'level-2-imports-down'],
  ['src/modules/casework/index.ts', '../../main/register.ts', 'level-3-imports-down'],
  ['src/modules/people/commands/merge.ts', '#modules/agencies', 'level-2-stays-apart'],
  ['src/modules/returns/queries/census.ts', '#modules/health', 'level-5-stays-apart'],
  ['src/modules/newcomer/index.ts', '#modules/people', 'module-has-a-level'],
  ['src/modules/casework/queries/chronology.ts', '../../people/queries/person.ts', 'module-door'],
  ['src/main/register.ts', '../modules/people/queries/person.ts', 'module-door-from-outside'],
  ['src/platform/log/log.ts', '../time/clock.ts', 'platform-door'],
  ['src/modules/people/policy.ts', '../../platform/time/clock.ts', 'platform-door-from-outside'],
  ['src/modules/people/rules/merge.ts', 'node:fs', 'rules-are-pure'],
  ['src/modules/people/rules/age.ts', '../queries/person.ts', 'rules-are-pure'],
  ['src/modules/people/pages/person/page.ts', 'pg', 'one-door-to-the-database'],
  ['src/ui/zone.ts', 'kysely', 'pages-ask-nothing'],
  ['src/platform/time/moon.ts', './nowhere.ts', 'everything-resolves'],
  ['src/platform/time/sun.ts', './clock.test.ts', 'product-without-tests'],
]

describe('the rule', () => {
  let root: string
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), content)
  }

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'kith-house-'))
    for (const file of ['.dependency-cruiser.cjs', 'package.json']) copyFileSync(file, join(root, file))
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
    for (const module of ['people', 'agencies', 'casework', 'health', 'returns'])
      write(`src/modules/${module}/index.ts`, `export const name = '${module}'\n`)
    write('src/modules/people/queries/person.ts', 'export const x = 1\n')
    write('src/platform/time/index.ts', "export { x } from './clock.ts'\n")
    write('src/platform/time/clock.ts', 'export const x = 1\n')
    write('src/platform/time/clock.test.ts', "import '#modules/people'\nimport pg from 'pg'\nexport { pg }\n")
    write('src/main/register.ts', "import '#modules/people'\nimport '#modules/returns'\n")
    write(
      'src/modules/casework/rules/decide.ts',
      "import type { x } from '#platform/time'\nexport type { x }\n",
    )
    write('src/modules/people/queries/search.ts', "import { sql } from 'kysely'\nexport { sql }\n")
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('finds nothing wrong with a house in order', () => {
    expect(violationsOf(cruise(root, 'src'))).toEqual([])
  })

  it('catches everything that is planted, type imports too', () => {
    const files = new Map<string, string>()
    for (const [file, imports] of PLANTED) {
      const before = files.get(file) ?? ''
      files.set(file, `${before}import '${imports}'\n`)
    }
    for (const [file, content] of files) write(file, content)
    write('src/platform/time/egg.ts', "import type { Hen } from './hen.ts'\nexport type Egg = Hen\n")
    write('src/platform/time/hen.ts', "import type { Egg } from './egg.ts'\nexport type Hen = Egg\n")
    const found = cruise(root, 'src').summary.violations.map(({ from, rule }) => `${from} ${rule.name}`)
    expect(found).toEqual(expect.arrayContaining(PLANTED.map(([file, , rule]) => `${file} ${rule}`)))
    expect(found.filter(line => line.endsWith('no-cycles')).join()).toMatch(/egg\.ts|hen\.ts/)
  })
})
