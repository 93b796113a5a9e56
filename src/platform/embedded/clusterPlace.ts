import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { KithError } from '#platform/errors'
import type { Log } from '#platform/log'
import { firstClosed, giveTo, type ServerUser, serverUser } from './serverUser.ts'

/** Where one cluster keeps its parts. */
export interface ClusterPlace {
  /** Folder around the cluster, open to the server's user. */
  readonly home: string
  /** PostgreSQL's own data folder. */
  readonly cluster: string
  /** The server's log file. */
  readonly logFile: string
  readonly user: ServerUser | undefined
}

// Where root's clusters go when the data folder lies where only root may enter.
const OPEN_TO_ALL = '/var/lib/kith'

/**
 * Decides where the cluster lies: `<dataFolder>/postgres`. When root keeps the data folder in a place that the server's user cannot
 * enter (say /root), the cluster goes to /var/lib/kith and a symbolic link in the data folder leads there.
 */
export function clusterPlace(dataFolder: string, log: Log): ClusterPlace {
  if (!existsSync(dataFolder)) {
    mkdirSync(dataFolder, { recursive: true })
    chmodSync(dataFolder, 0o711) // the server's user passes through; nobody else lists it
  }
  const link = join(dataFolder, 'postgres')
  const user = serverUser(link)
  if (!isLink(link) && firstClosed(dataFolder, user)) layLink(dataFolder, link, user, log)
  const cluster = isLink(link) ? readlinkSync(link) : join(realpathSync(dataFolder), 'postgres')
  const home = dirname(cluster)
  const closed = existsSync(home) ? firstClosed(home, user) : home
  if (closed) throw unreachable(cluster, closed, user)
  return { home, cluster, logFile: join(dataFolder, 'postgres.log'), user }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

function layLink(dataFolder: string, link: string, user: ServerUser | undefined, log: Log): void {
  const closed = firstClosed(dataFolder, user)
  if (existsSync(link)) throw unreachable(link, closed ?? dataFolder, user)
  const home = join(OPEN_TO_ALL, randomUUID())
  mkdirSync(home, { recursive: true })
  for (const folder of [OPEN_TO_ALL, home]) chmodSync(folder, 0o711)
  symlinkSync(join(home, 'postgres'), link)
  log.warn(
    'PostgreSQL does not run as root and only root may enter the data folder: the database is kept elsewhere',
    {
      closed,
      kept: home,
      link,
    },
  )
}

function unreachable(cluster: string, closed: string, user: ServerUser | undefined): KithError {
  return new KithError('KITH_DATABASE_PERMISSION', {
    sentence:
      `The database in ${cluster} cannot be reached by the user it runs as (${user?.uid ?? 'this one'}), because ${closed} is closed to it or gone. ` +
      `Open it ("chmod o+x ${closed}"), or move the data folder and set KITH_DATA.`,
  })
}

// The kernel's limit for a socket's path, less the closing zero: sun_path has 108 bytes on Linux, 104 on macOS.
const LONGEST_SOCKET = process.platform === 'darwin' ? 103 : 107

/** Makes the folder for the socket, closed to all but the server's user; a short one under the temporary folder when the path would be too long. */
export function socketPlace(place: ClusterPlace): string {
  const beside = join(place.home, 'run')
  const tooLong = Buffer.byteLength(join(beside, '.s.PGSQL.5432')) > LONGEST_SOCKET
  const folder = tooLong ? mkdtempSync(join(tmpdir(), 'kith-')) : beside
  mkdirSync(folder, { recursive: true })
  giveTo(place.user, folder)
  chmodSync(folder, 0o700)
  return folder
}
