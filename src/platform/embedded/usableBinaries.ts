import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { KithError } from '#platform/errors'
import type { Log } from '#platform/log'
import { type Binaries, program } from './packagedBinaries.ts'
import { firstClosed, type ServerUser } from './serverUser.ts'

/**
 * Binaries that the server's user can run: the packaged ones when they lie open and their library links are whole or can be made
 * whole, otherwise a copy in `home`. npm cannot pack symbolic links: the package makes them in an install script, which npm may not run.
 */
export function usableBinaries(
  packaged: Binaries,
  home: string,
  user: ServerUser | undefined,
  log: Log,
): Binaries {
  if (!existsSync(program(packaged, 'postgres')))
    throw new KithError('KITH_DATABASE_FAILED', {
      sentence: `There are no PostgreSQL programs in ${packaged.native}: run "npm ci" again.`,
    })
  const open = firstClosed(program(packaged, 'postgres'), user) === undefined
  if (open && restoreLinks(packaged.native)) return packaged
  const native = join(home, `binaries-${packaged.version}`)
  if (!existsSync(native)) {
    log.info('copying the PostgreSQL programs to where they can run', { from: packaged.native, to: native })
    copyBinaries(packaged.native, native)
  }
  return { ...packaged, native }
}

interface Link {
  readonly source: string
  readonly target: string
}

/** Makes the missing library links that `pg-symlinks.json` lists. False when the folder may not be written. */
export function restoreLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  // The paths in the list start with "native/".
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly Link[]
  for (const { source, target } of links) {
    const path = join(dirname(native), target.replace(/^native/, basename(native)))
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
      if (code !== 'EEXIST') throw error // EEXIST: another process restored it meanwhile
    }
  }
  return true
}

/** Copies what runs (no headers or static libraries), readable by all, and moves it into place whole. */
function copyBinaries(from: string, to: string): void {
  const unfinished = `${to}.new-${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(from, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: path => !/\.a$|[/\\](pkgconfig|include)$/.test(path),
  })
  for (const entry of readdirSync(unfinished, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755)
  chmodSync(unfinished, 0o755)
  restoreLinks(unfinished)
  try {
    renameSync(unfinished, to)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}
