import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '#platform/command-line'
import { rolesSql } from '#platform/db'
import { migrateCommand } from './migrate.ts'

const home = mkdtempSync(join(tmpdir(), 'kith-roles-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const settings = { NODE_ENV: 'test', KITH_DATA: join(home, 'data'), KITH_KEYS: join(home, 'keys') }
// Nobody listens there: a command that asked it would fail.
const at = (login: string, database: string) => `postgresql://${login}:secret@127.0.0.1:9/${database}`

async function roles(variables: Readonly<Record<string, string>>): Promise<string> {
  let printed = ''
  let said = ''
  const exitCode = await runCommandLine({
    name: 'kith',
    summary: 'the command line',
    commands: [migrateCommand],
    given: ['migrate', '--roles'],
    variables: { ...settings, ...variables },
    stdout: { write: text => (printed += text) },
    stderr: { write: text => (said += text) },
  })
  expect(exitCode, said).toBe(0)
  return printed
}

describe('migrate --roles', () => {
  it('prints the SQL of each database without asking one, and writes nothing', async () => {
    const file = join(home, 'authorities.json')
    const second = { databaseUrl: at('serve_two', 'second'), databaseOwnerUrl: at('own_two', 'second') }
    writeFileSync(file, JSON.stringify({ 'second.council.example': second }))
    const sql = await roles({
      DATABASE_URL: at('serve_one', 'first'),
      DATABASE_OWNER_URL: at('own_one', 'first'),
      KITH_AUTHORITIES: file,
    })
    expect(sql).toBe(
      [rolesSql('first', 'own_one', 'serve_one'), rolesSql('second', 'own_two', 'serve_two')].join('\n'),
    )
    expect(sql).not.toContain('secret')
    expect(readdirSync(home)).toEqual(['authorities.json'])
  })

  it('starts no embedded server to name its databases', async () => {
    const sql = await roles({})
    expect(sql).toBe(
      ['kith', 'kith_second']
        .map(name => rolesSql(name, 'kith_owner', 'kith_serve', 'kith_portal'))
        .join('\n'),
    )
    expect(readdirSync(home)).toEqual(['authorities.json'])
  })
})
