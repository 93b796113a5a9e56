import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { KithError } from '#platform/errors'
import type { ClusterPlace } from './clusterPlace.ts'
import { explainFailure } from './explainFailure.ts'
import { loginStatements, type Passwords } from './logins.ts'
import { type Binaries, program } from './packagedBinaries.ts'
import { isAlive } from './postmaster.ts'
import { programOptions, runProgram } from './runProgram.ts'
import { giveTo } from './serverUser.ts'

const MAJOR = '18'

/** What a new cluster begins with. */
export interface ClusterContent {
  readonly passwords: Passwords
  /** Databases to make, owned by kith_owner. */
  readonly databases: readonly string[]
  /** False leaves out waiting for the disk: tests only. */
  readonly durable: boolean
}

/** Whether a cluster is there. Throws KITH_DATABASE_VERSION when another major version of PostgreSQL wrote it. */
export function clusterExists(cluster: string): boolean {
  const file = join(cluster, 'PG_VERSION')
  if (!existsSync(file)) return false
  const found = readFileSync(file, 'utf8').trim()
  if (found === MAJOR) return true
  throw new KithError('KITH_DATABASE_VERSION', {
    sentence:
      `The database in ${cluster} was written by PostgreSQL ${found}, and this Kith brings PostgreSQL ${MAJOR}. To move it: ` +
      'with the Kith version that wrote it run "kith backup --open <folder>", set KITH_DATA to an empty folder, then run "kith restore <folder>" with this version.',
  })
}

/**
 * Makes the cluster beside its place and moves it there whole, so that a crash leaves no half-made one and of two processes that try at
 * once one wins. Text sorts and compares by code point (C.UTF-8, PostgreSQL's own provider), the same on every machine.
 */
export async function createCluster(
  place: ClusterPlace,
  binaries: Binaries,
  content: ClusterContent,
): Promise<void> {
  mkdirSync(place.home, { recursive: true })
  removeUnfinished(place)
  const unfinished = `${place.cluster}.new-${process.pid}`
  mkdirSync(unfinished, { mode: 0o700 })
  giveTo(place.user, unfinished)
  try {
    await initialise(unfinished, place, binaries, content.durable)
    const make = content.databases.flatMap(name => [
      `create database "${name}" owner kith_owner;`,
      `revoke connect, temporary on database "${name}" from public;`,
      `grant connect on database "${name}" to kith_serve, kith_portal;`,
    ])
    await runStatements(unfinished, place, binaries, [...loginStatements(content.passwords), ...make])
    renameSync(unfinished, place.cluster)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(join(place.cluster, 'PG_VERSION'))) throw error // otherwise another process was first
  }
}

async function initialise(
  folder: string,
  place: ClusterPlace,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  const given = [
    '-D',
    folder,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-instructions',
  ]
  given.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--text-search-config=english')
  if (!durable) given.push('--no-sync')
  const end = await runProgram(program(binaries, 'initdb'), given, programOptions(place.user, place.home))
  if (end.code !== 0) throw failed(end.words, place)
  // "trust" held for initdb alone: from here on every login shows its password, even on the local socket.
  const rule =
    process.platform === 'win32' ? 'host all all 127.0.0.1/32 scram-sha-256' : 'local all all scram-sha-256'
  writeFileSync(join(folder, 'pg_hba.conf'), `# Written by Kith.\n${rule}\n`)
}

/** Runs statements on a cluster that is not running, as its superuser, without any password (single-user mode). */
export async function runStatements(
  folder: string,
  place: ClusterPlace,
  binaries: Binaries,
  statements: readonly string[],
): Promise<void> {
  const given = [
    '--single',
    '-D',
    folder,
    '-c',
    'exit_on_error=on',
    '-c',
    'log_min_error_statement=panic',
    'postgres',
  ]
  const options = programOptions(place.user, place.home)
  const end = await runProgram(program(binaries, 'postgres'), given, options, `${statements.join('\n')}\n`)
  if (end.code !== 0) throw failed(end.words, place)
}

function failed(words: string, place: ClusterPlace): KithError {
  const failure = explainFailure(words, place.cluster, place.logFile)
  return failure instanceof KithError
    ? failure
    : new KithError('KITH_DATABASE_FAILED', {
        sentence: `Another process is using ${place.cluster}: try again.`,
      })
}

/** Removes what processes that were killed while making a cluster left behind. */
function removeUnfinished(place: ClusterPlace): void {
  const prefix = `${basename(place.cluster)}.new-`
  for (const name of readdirSync(dirname(place.cluster))) {
    const pid = Number(name.slice(prefix.length))
    if (name.startsWith(prefix) && (pid === process.pid || !isAlive(pid)))
      rmSync(join(dirname(place.cluster), name), { recursive: true, force: true })
  }
}
