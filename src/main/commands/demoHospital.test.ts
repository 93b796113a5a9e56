import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runCommandLine } from '#platform/command-line'
import { cloneDatabase } from '#test/postgres.ts'
import { COMMANDS } from './index.ts'

const home = mkdtempSync(join(tmpdir(), 'kith-hospital-'))
const copy = await cloneDatabase()
afterAll(async () => {
  rmSync(home, { recursive: true, force: true })
  await copy.drop()
})

async function kith(...given: readonly string[]) {
  const said = { out: '', err: '' }
  const exitCode = await runCommandLine({
    name: 'kith',
    summary: 'the command line',
    commands: COMMANDS,
    given,
    variables: {
      NODE_ENV: 'test',
      KITH_DATA: join(home, 'data'),
      KITH_KEYS: join(home, 'keys'),
      DATABASE_URL: copy.serve,
      DATABASE_OWNER_URL: copy.owner,
    },
    stdout: { write: text => (said.out += text) },
    stderr: { write: text => (said.err += text) },
  })
  return { ...said, exitCode }
}
const begin = [
  '--code',
  '201',
  '--name',
  'Exampleshire',
  '--admin-name',
  'Ada Madeup',
  '--admin-subject',
  'ada',
]

test('sends nothing to a record that is no demonstration', async () => {
  expect((await kith('init', ...begin)).exitCode).toBe(0)
  const refused = await kith('demo', 'hospital', '--count', '1')
  expect(refused.exitCode).toBe(2)
  expect(refused.err).toContain('Exampleshire is no demonstration')
  const noAgency = await kith('demo', 'agency')
  expect([noAgency.exitCode, noAgency.err.includes('Exampleshire is no demonstration')]).toEqual([2, true])
  const noToken = await kith('demo', 'token')
  expect([noToken.exitCode, noToken.err.includes('Exampleshire is no demonstration')]).toEqual([2, true])
})
