import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseworkTables } from '#modules/casework'
import { type CommandDeclaration, runCommandLine } from '#platform/command-line'
import { install } from '#platform/db'
import { inspectFile } from '#platform/files'
import type { Uuid } from '#platform/ids'
import { type ClonedDatabase, cloneDatabase } from '#test/postgres.ts'
import { makersOver } from '#test/recordMakers.ts'
import { addDocument } from '../../modules/casework/documents/addDocument.ts'
import { fileStoreOf } from '../installation/authorityFiles.ts'
import { preparePlace } from '../installation/openAuthority.ts'
import { withAuthority, withPlace } from '../installation/withAuthority.ts'
import { registerModules } from '../modules.ts'
import { COMMANDS } from './index.ts'

registerModules()
const home = mkdtempSync(join(tmpdir(), 'kith-backup-files-'))
const WORDS = 'Weight and height of Wren Madeup, on their lines.'
let [here, there]: ClonedDatabase[] = []

beforeAll(async () => {
  here = await cloneDatabase()
  there = await cloneDatabase()
})
afterAll(async () => {
  await here?.drop()
  await there?.drop()
  rmSync(home, { recursive: true, force: true })
})

/** Runs a command in one of two places, each with its own database, files and keys. */
async function kith(
  place: 'here' | 'there',
  given: readonly string[],
  commands: readonly CommandDeclaration[] = COMMANDS,
) {
  const said = { out: '', err: '' }
  const database = place === 'here' ? here : there
  const exitCode = await runCommandLine({
    name: 'kith',
    summary: 'the command line',
    commands,
    given,
    variables: {
      NODE_ENV: 'test',
      KITH_DATA: join(home, place, 'data'),
      KITH_KEYS: join(home, place, 'keys'),
      DATABASE_URL: database?.serve ?? '',
      DATABASE_OWNER_URL: database?.owner ?? '',
    },
    stdout: { write: text => (said.out += text) },
    stderr: { write: text => (said.err += text) },
  })
  if (exitCode !== 0 && !given.includes('verify')) throw new Error(`${said.err}${said.out}`)
  return { ...said, exitCode }
}

/** Begins an authority whose record a storyteller may write, as the demonstration's. */
const begin: CommandDeclaration = {
  name: 'begin',
  summary: 'begins an authority',
  run: context =>
    withPlace(context, async place => {
      await preparePlace(place)
      const authority = { authorityCode: '201', authorityName: 'Exampleshire', madeByDemo: true }
      await install(place.ownerUrl, authority, place.contextKey)
      return { text: '' }
    }),
}

/** Adds a document, as a worker of a child of theirs. */
const add: CommandDeclaration = {
  name: 'add',
  summary: 'adds a document',
  run: context =>
    withAuthority(context, async ({ place, installation, database }) => {
      const makers = makersOver(database, place.ownerUrl)
      const worker = await makers.worker()
      const personId = await makers.person()
      await makers.allocation({ personId, teamId: await makers.team(), workerId: worker.id })
      const inspected = await inspectFile({ fileName: 'growth.txt', bytes: Buffer.from(WORDS) })
      if (!inspected.ok) throw new Error(inspected.why)
      const { file } = inspected
      const documentId = await database.as(worker, 'casework', work =>
        addDocument(work, fileStoreOf(context.config(), place, installation), file, {
          personIds: [personId],
          kind: 'medical',
          title: 'Growth',
          direction: 'in',
          receivedFrom: null,
          datedOn: null,
          source: { kind: 'health', isThirdParty: false },
          submission: null,
        }),
      )
      return { text: '', json: { documentId, worker } }
    }),
}

/** Opens the documents that a worker reads. */
const open: CommandDeclaration = {
  name: 'open',
  summary: 'opens documents',
  arguments: [{ name: '<worker>', doc: 'who reads' }],
  run: context =>
    withAuthority(context, async ({ place, installation, database }) => {
      const reader = { id: context.arguments[0] as Uuid, class: 'practitioner' as const }
      const rows = await database.as(reader, 'casework', work =>
        work.db<CaseworkTables>().selectFrom('document').select(['id', 'stored_key', 'title']).execute(),
      )
      const store = fileStoreOf(context.config(), place, installation)
      const opened: string[] = []
      for (const { id, stored_key } of rows) {
        const file = await store.get(id, stored_key)
        opened.push(file.kind === 'found' ? file.bytes.toString() : file.kind)
      }
      return { text: '', json: { opened } }
    }),
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())

test('documents are backed up, restored in another place under other keys, verified and opened', async () => {
  await kith('here', ['begin'], [begin])
  const { worker } = JSON.parse((await kith('here', ['add', '--json'], [add])).out)
  expect(JSON.parse((await kith('here', ['verify', 'files', '--json'])).out)).toMatchObject({
    ok: true,
    documents: 1,
  })
  for (const path of filesUnder(join(home, 'here'))) expect(readFileSync(path).includes(WORDS)).toBe(false)

  const folder = join(home, 'export')
  await kith('here', ['backup', '--open', folder])
  await kith('there', ['restore', folder])
  expect(JSON.parse((await kith('there', ['verify', 'files', '--json'])).out)).toMatchObject({
    ok: true,
    documents: 1,
  })
  expect(JSON.parse((await kith('there', ['open', worker.id, '--json'], [open])).out).opened).toEqual([WORDS])
  for (const path of filesUnder(join(home, 'there'))) expect(readFileSync(path).includes(WORDS)).toBe(false)
  const keys = ['here', 'there'].map(place => readFileSync(join(home, place, 'keys', 'files.key')))
  expect(keys[0]?.equals(keys[1] ?? Buffer.alloc(0))).toBe(false)
})

test('a stored file that was changed is named by "verify files"', async () => {
  const sealed = filesUnder(join(home, 'there')).find(path => /[0-9a-f]{64}$/.test(path)) ?? ''
  const bytes = readFileSync(sealed)
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  writeFileSync(sealed, bytes)
  const { exitCode, out } = await kith('there', ['verify', 'files', '--json'])
  expect([exitCode, out.includes('altered')]).toEqual([1, true])
})
