import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeLog } from '#platform/log'
import { adoptServer } from './adoptServer.ts'
import { endServer } from './endServer.ts'
import { type EmbeddedOptions, startEmbedded } from './index.ts'
import { postmasterPid, serves } from './postmaster.ts'

const asRoot = process.getuid?.() === 0
let dataFolder: string
let lines: string[] = []
let children: ChildProcess[]

// A cluster made once: copying it takes a tenth of the time of making one.
let model: string

beforeAll(async () => {
  model = mkdtempSync(join(tmpdir(), 'kith-model-'))
  chmodSync(model, 0o755)
  dataFolder = model
  const database = await start()
  await database.stop()
})
afterAll(() => rmSync(model, { recursive: true, force: true }))

function copyModel(): void {
  mkdirSync(dataFolder, { recursive: true })
  execFileSync('cp', ['-a', `${model}/.`, dataFolder])
}

beforeEach(() => {
  // The temporary folder is open to all, but what mkdtemp makes is not: the server's user has to pass.
  dataFolder = join(mkdtempSync(join(tmpdir(), 'kith-embedded-')), 'data')
  chmodSync(dirname(dataFolder), 0o755)
  lines = []
  children = []
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  const left = serverPid()
  if (left && serves(left, cluster()) === 'yes') await endServer(left, cluster())
  rmSync(dirname(dataFolder), { recursive: true, force: true })
})

const start = (options: Partial<EmbeddedOptions> = {}) =>
  startEmbedded({
    dataFolder,
    keysFolder: join(dataFolder, 'keys'),
    log: makeLog({ write: line => lines.push(line) }),
    durable: false,
    ...options,
  })

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client(url)
  client.on('error', () => undefined) // the server may be killed under it: the query then says so
  await client.connect()
  try {
    const { rows } = await client.query<{ answer: unknown }>(question)
    return rows[0]?.answer
  } finally {
    await client.end()
  }
}

const cluster = () => join(dataFolder, 'postgres')
const serverPid = () => postmasterPid(cluster()) ?? 0

/** Another Node process that starts the same database and says on one line whether it joined. */
async function otherProcess(): Promise<{ child: ChildProcess; said: string }> {
  const index = fileURLToPath(new URL('./index.ts', import.meta.url))
  const log = fileURLToPath(new URL('../log/index.ts', import.meta.url))
  const script = `
    import { startEmbedded } from '${index}'
    import { makeLog } from '${log}'
    const database = await startEmbedded({ dataFolder: '${dataFolder}', keysFolder: '${dataFolder}/keys', log: makeLog({ level: 'silent' }) })
    process.on('SIGTERM', async () => { await database.stop(); process.exit(0) })
    console.log(database.adopted ? 'joined' : 'started')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, said: said.toString().trim() }
}

describe('startEmbedded', () => {
  it('makes a durable cluster, keeps what was written over a restart, and ends within seconds', async () => {
    const first = await start({ durable: true })
    expect(first.adopted).toBe(false)
    expect(await ask(first.superuserUrl(), "select current_setting('fsync') as answer")).toBe('on')
    expect(await ask(first.superuserUrl(), "select current_setting('listen_addresses') as answer")).toBe('')
    expect(await ask(first.ownerUrl(), "create table kept as select 'still here' as answer")).toBeUndefined()
    const pid = serverPid()
    const before = performance.now()
    await first.stop()
    expect(performance.now() - before).toBeLessThan(5000)
    expect(serves(pid, cluster())).toBe('no')
    const second = await start()
    expect(await ask(second.ownerUrl(), 'select answer from kept')).toBe('still here')
    await second.stop()
  })

  it('gives the serving logins no way round row-level security, and asks everyone for a password', async () => {
    copyModel()
    const database = await start()
    const rights = `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as answer from pg_roles where rolname = current_user`
    expect(await ask(database.serveUrl(), rights)).toBe(false)
    expect(await ask(database.portalUrl(), rights)).toBe(false)
    const guessed = database.superuserUrl().replace(/:[^:@]+@/, ':guessed@')
    await expect(ask(guessed, 'select 1 as answer')).rejects.toThrow('password authentication failed')
    await expect(ask(database.serveUrl('postgres'), 'create table x ()')).rejects.toThrow('permission denied')
    await database.stop()
  })

  it.runIf(asRoot)(
    'runs as an unprivileged user and closes its socket to others when started by root',
    async () => {
      const database = await start()
      expect(statSync(`/proc/${serverPid()}`).uid).toBe(65534)
      expect(statSync(database.socketFolder).mode & 0o777).toBe(0o700)
      expect(statSync(join(dataFolder, 'keys')).mode & 0o777).toBe(0o700)
      expect(statSync(join(dataFolder, 'keys/postgres-logins.json')).mode & 0o777).toBe(0o600)
      await database.stop()
    },
  )

  it.runIf(asRoot)(
    'keeps the cluster where its user can reach it when only root may enter the data folder',
    async () => {
      mkdirSync(dataFolder, { mode: 0o700 })
      const database = await start()
      const place = readlinkSync(join(dataFolder, 'postgres'))
      try {
        expect(place).toMatch(/^\/var\/lib\/kith\/[0-9a-f-]{36}\/postgres$/)
        expect(await ask(database.ownerUrl(), 'select 1 as answer')).toBe(1)
        expect(lines.join('')).toContain('only root may enter')
        await database.stop()
        const again = await start()
        expect(again.clusterFolder).toBe(place)
        await again.stop()
      } finally {
        rmSync(dirname(place), { recursive: true })
      }
    },
  )

  it('writes neither statements nor their values to its log', async () => {
    copyModel()
    const database = await start()
    await ask(database.ownerUrl(), 'create table person (name text primary key)')
    await ask(database.ownerUrl(), "insert into person values ('Quillfeather')")
    await expect(ask(database.ownerUrl(), "insert into person values ('Quillfeather')")).rejects.toThrow(
      'duplicate',
    )
    await database.stop()
    const log = readFileSync(join(dataFolder, 'postgres.log'), 'utf8')
    expect(log).toContain('duplicate key value')
    expect(log).not.toContain('Quillfeather')
  })

  it('warns in production', async () => {
    copyModel()
    const database = await start({ production: true })
    expect(lines.join('')).toContain('set DATABASE_URL')
    await database.stop()
  })

  it('uses a short folder for the socket when the path would be too long', async () => {
    dataFolder = join(dataFolder, 'a-folder-with-a-long-name'.repeat(4))
    copyModel()
    const database = await start()
    expect(dirname(database.socketFolder)).toBe(tmpdir())
    expect(await ask(database.serveUrl(), 'select 1 as answer')).toBe(1)
    await database.stop()
    expect(statSync(database.socketFolder, { throwIfNoEntry: false })).toBeUndefined()
  })

  it('passes further settings to the server', async () => {
    copyModel()
    const database = await start({ settings: { archive_mode: 'on', archive_command: 'true' } })
    expect(await ask(database.superuserUrl(), "select current_setting('archive_mode') as answer")).toBe('on')
    await database.stop()
  })
})

describe('after an accident', () => {
  beforeEach(copyModel)

  it('joins the server of a killed process, takes charge of it and ends it', async () => {
    const { child, said } = await otherProcess()
    expect(said).toBe('started')
    const pid = serverPid()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const database = await start()
    expect([database.adopted, serverPid()]).toEqual([true, pid])
    expect(await ask(database.ownerUrl(), 'select 1 as answer')).toBe(1)
    await database.stop()
    expect(serves(pid, cluster())).toBe('no')
  })

  it('starts the server again when it is killed, and loses nothing', async () => {
    const database = await start({ durable: true })
    await ask(database.ownerUrl(), "create table kept as select 'still here' as answer")
    const killed = serverPid()
    process.kill(killed, 'SIGKILL')
    const until = performance.now() + 15_000
    while (performance.now() < until && !lines.some(line => line.includes('runs again'))) await pause(50)
    expect(serverPid()).not.toBe(killed)
    expect(await ask(database.ownerUrl(), 'select answer from kept')).toBe('still here')
    await database.stop()
    expect(serverPid()).toBe(0)
  })

  it('starts after both were killed', async () => {
    const { child } = await otherProcess()
    child.kill('SIGKILL')
    process.kill(serverPid(), 'SIGKILL')
    await once(child, 'exit')
    const database = await start()
    expect(await ask(database.ownerUrl(), 'select 1 as answer')).toBe(1)
    await database.stop()
  })

  it('is not misled by a left-over process number that now belongs to another program', async () => {
    const first = await start()
    const file = readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8')
    await first.stop()
    writeFileSync(join(dataFolder, 'postgres/postmaster.pid'), file.replace(/^\d+/, String(process.ppid)))
    const second = await start()
    expect(second.adopted).toBe(false)
    await second.stop()
  })

  it('ends an orphan that does not answer', async () => {
    const { child } = await otherProcess()
    const pid = serverPid()
    child.kill('SIGKILL')
    await once(child, 'exit')
    process.kill(pid, 'SIGSTOP')
    const place = { home: dataFolder, cluster: cluster(), logFile: '', user: undefined }
    expect(await adoptServer(place, makeLog({ level: 'silent' }), 100)).toBeUndefined()
    expect(serves(pid, cluster())).toBe('no')
  })

  it('gives the logins new passwords when the keys folder is lost, to an orphan too', async () => {
    const { child } = await otherProcess()
    child.kill('SIGKILL')
    await once(child, 'exit')
    rmSync(join(dataFolder, 'keys'), { recursive: true })
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(await ask(second.serveUrl(), 'select 1 as answer')).toBe(1)
    await second.stop()
  })
})

describe('two processes on one folder', () => {
  it('lets the second join, and only the first end the server', async () => {
    copyModel()
    const database = await start()
    const { child, said } = await otherProcess()
    expect(said).toBe('joined')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(await ask(database.ownerUrl(), 'select 1 as answer')).toBe(1)
    await database.stop()
  })

  it('makes one cluster when both start at once', async () => {
    const both = await Promise.all([otherProcess(), otherProcess()])
    expect(both.map(({ said }) => said).sort()).toEqual(['joined', 'started'])
  })
})

describe('what it refuses', () => {
  it('refuses a folder of another major version and says how to move it', async () => {
    mkdirSync(join(dataFolder, 'postgres'), { recursive: true })
    writeFileSync(join(dataFolder, 'postgres/PG_VERSION'), '16\n')
    await expect(start()).rejects.toMatchObject({
      code: 'KITH_DATABASE_VERSION',
      message: expect.stringMatching(
        /PostgreSQL 16.*kith backup --open.*KITH_DATA to an empty folder.*kith restore/s,
      ),
    })
  })

  it('says what the server said when it does not start', async () => {
    copyModel()
    await expect(start({ settings: { shared_buffers: 'plenty' } })).rejects.toMatchObject({
      code: 'KITH_DATABASE_FAILED',
      message: expect.stringMatching(/shared_buffers.*postgres\.log/s),
    })
  })

  it('says that the programs are missing from their folder', async () => {
    const binaries = { native: join(dataFolder, 'nowhere'), version: '0' }
    await expect(start({ binaries })).rejects.toMatchObject({
      code: 'KITH_DATABASE_FAILED',
      message: expect.stringContaining('npm ci'),
    })
  })

  it('asks for DATABASE_URL where npm brings no PostgreSQL', async () => {
    const { arch } = process
    Object.defineProperty(process, 'arch', { value: 'riscv64' })
    try {
      await expect(start()).rejects.toMatchObject({
        code: 'KITH_DATABASE_MISSING',
        message: expect.stringMatching(/riscv64.*--omit=dev.*Set DATABASE_URL/s),
      })
    } finally {
      Object.defineProperty(process, 'arch', { value: arch })
    }
  })
})
