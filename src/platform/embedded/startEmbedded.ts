import { resolve } from 'node:path'
import { KithError } from '#platform/errors'
import type { Log } from '#platform/log'
import { adoptServer } from './adoptServer.ts'
import { type ClusterPlace, clusterPlace } from './clusterPlace.ts'
import { clusterExists, createCluster } from './createCluster.ts'
import { connectionUrl, type Endpoint } from './endpoint.ts'
import { endServer } from './endServer.ts'
import { explainError } from './explainFailure.ts'
import { type Login, type Passwords, readLogins } from './logins.ts'
import { type Binaries, packagedBinaries } from './packagedBinaries.ts'
import { renewPasswords } from './renewPasswords.ts'
import { type ServerSettings, serverSettings } from './serverSettings.ts'
import { claim, disclaim, liveStarter } from './starter.ts'
import { superviseServer } from './superviseServer.ts'
import { usableBinaries } from './usableBinaries.ts'

/** What the embedded database needs to know. */
export interface EmbeddedOptions {
  /** Folder that holds the cluster and its log (KITH_DATA). */
  readonly dataFolder: string
  /** Folder for the passwords of the cluster's logins (KITH_KEYS). */
  readonly keysFolder: string
  readonly log: Log
  /** Warns that this database is not for production. */
  readonly production?: boolean
  /** Databases that a new cluster begins with; `kith` when left out. */
  readonly databases?: readonly string[]
  /** Further server settings, such as archiving for backups. They hold only when this call starts the server. */
  readonly settings?: ServerSettings
  /** False gives up durability for speed: tests only. */
  readonly durable?: boolean
  /** PostgreSQL programs other than the packaged ones. */
  readonly binaries?: Binaries
}

/** A running embedded database. */
export interface EmbeddedPostgres {
  /** Folder of its socket (0700), or 127.0.0.1 on Windows. */
  readonly socketFolder: string
  readonly port: number
  /** PostgreSQL's data folder, for base backups. */
  readonly clusterFolder: string
  /** True when it ran already. */
  readonly adopted: boolean
  /** Connection addresses, for the database `kith` unless another is named: of the superuser, the owner that migrates, and the two logins that serve. */
  superuserUrl(database?: string): string
  ownerUrl(database?: string): string
  serveUrl(database?: string): string
  portalUrl(database?: string): string
  /** Ends the server within seconds, when this process started it or took over an orphan; otherwise leaves it running. */
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL on a data folder, making the cluster on first use; or joins the one that runs there already. Throws a
 * KithError (KITH_DATABASE_..., KITH_DISK_FULL) whose message says what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  if (options.production)
    options.log.warn(
      'The embedded PostgreSQL suits trials only: set DATABASE_URL and DATABASE_OWNER_URL in production.',
    )
  try {
    return await start({
      ...options,
      dataFolder: resolve(options.dataFolder),
      keysFolder: resolve(options.keysFolder),
    })
  } catch (error) {
    throw explainError(error, options.dataFolder)
  }
}

async function start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const packaged = options.binaries ?? packagedBinaries()
  let place = clusterPlace(options.dataFolder, options.log)
  const binaries = usableBinaries(packaged, place.home, place.user, options.log)
  const existed = clusterExists(place.cluster)
  const { passwords, fresh } = readLogins(options.keysFolder)
  if (existed && fresh) await renewPasswords(place, binaries, passwords, options.log)
  // When two processes start at once, the one that comes second joins the first on its next attempt.
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const joined = clusterExists(place.cluster) ? await join(place, passwords, options.log) : undefined
    if (joined) return joined
    if (!clusterExists(place.cluster)) {
      const { databases = ['kith'], durable = true } = options
      await createCluster(place, binaries, { passwords, databases, durable })
      place = clusterPlace(options.dataFolder, options.log)
    }
    const started = await startHere(place, binaries, passwords, options)
    if (started) return started
  }
  throw new KithError('KITH_DATABASE_FAILED', {
    sentence: `Another process keeps starting and ending a server on ${place.cluster}: end it, then try again.`,
  })
}

/** Joins the server that runs there; takes charge of it when nobody has. */
async function join(
  place: ClusterPlace,
  passwords: Passwords,
  log: Log,
): Promise<EmbeddedPostgres | undefined> {
  const running = await adoptServer(place, log)
  if (!running) return undefined
  const inCharge = liveStarter(place.home) === undefined
  if (inCharge) claim(place.home)
  log.info('joined a running database server', { pid: running.pid, inCharge })
  const stop = async (): Promise<void> => {
    if (!inCharge) return
    await endServer(running.pid, place.cluster)
    disclaim(place.home)
  }
  return { ...handle(place, running.endpoint, passwords), adopted: true, stop }
}

/** Starts a server; undefined when another process was quicker. */
async function startHere(
  place: ClusterPlace,
  binaries: Binaries,
  passwords: Passwords,
  { log, durable = true, settings }: EmbeddedOptions,
): Promise<EmbeddedPostgres | undefined> {
  const supervised = await superviseServer({
    place,
    binaries,
    log,
    settings: serverSettings(durable, settings),
  })
  if (supervised === 'another-started') return undefined
  if (supervised === 'still-ending')
    throw new KithError('KITH_DATABASE_FAILED', {
      sentence: `Processes of an ended server still hold ${place.cluster}: wait a moment and start again.`,
    })
  if (supervised instanceof KithError) throw supervised
  claim(place.home)
  const stop = async (): Promise<void> => {
    await supervised.stop()
    disclaim(place.home)
  }
  return { ...handle(place, supervised.server.endpoint, passwords), adopted: false, stop }
}

function handle(place: ClusterPlace, endpoint: Endpoint, passwords: Passwords) {
  const urlOf =
    (login: Login) =>
    (database = 'kith') =>
      connectionUrl(endpoint, login, passwords, database)
  return {
    socketFolder: endpoint.host,
    port: endpoint.port,
    clusterFolder: place.cluster,
    superuserUrl: urlOf('postgres'),
    ownerUrl: urlOf('kith_owner'),
    serveUrl: urlOf('kith_serve'),
    portalUrl: urlOf('kith_portal'),
  }
}
