import { chownSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The operating-system user that the server runs as. */
export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

// "nobody" on Linux, in every distribution's /etc/passwd: PostgreSQL wants its user to have a name there.
const NOBODY: ServerUser = { uid: 65534, gid: 65534 }

/**
 * The user to switch to, or undefined to stay who we are. PostgreSQL refuses to run as root, so root gives way to whoever owns the
 * cluster already, or to nobody.
 */
export function serverUser(clusterFolder: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY
}

/** Gives a path to the server's user. */
export function giveTo(user: ServerUser | undefined, path: string): void {
  if (user) chownSync(path, user.uid, user.gid)
}

/** The first folder on the way to `path` that the user may not enter, or undefined when the whole way is open. */
export function firstClosed(path: string, user: ServerUser | undefined): string | undefined {
  if (!user) return undefined
  const parent = dirname(path)
  const above = parent === path ? undefined : firstClosed(parent, user)
  if (above) return above
  const { mode, uid, gid } = statSync(path)
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0
  return ((mode >> shift) & 1) === 1 ? undefined : path
}
