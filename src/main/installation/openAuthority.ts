import {
  type Database,
  type Installation,
  install,
  migrate,
  openDatabase,
  readInstallation,
} from '#platform/db'
import { KithError } from '#platform/errors'
import { installJobs } from '#platform/jobs'
import type { Place, PortalDoor } from './place.ts'

/** One authority, ready to be served. */
export type Authority = {
  readonly place: Place
  readonly installation: Installation
  readonly database: Database
}

/**
 * Brings a place's schema up to this version and hands the database its context key again, so that a key that was
 * changed or restored is the one in use.
 * @returns whose it is, or null when it has not begun (`kith init`, `kith demo`)
 */
export async function preparePlace(
  place: Place,
  onStep: (name: string, done: number, total: number) => void = () => {},
): Promise<Installation | null> {
  await migrate(place.ownerUrl, place.serveLogin, onStep, place.portal?.login)
  await installJobs(place.ownerUrl, place.database)
  const installation = await readInstallation(place.ownerUrl)
  if (installation) await install(place.ownerUrl, installation, place.contextKey)
  return installation
}

/** Opens the door for families of a place: its pool connects as the portal's login, which can become nobody else. */
export function openPortal(
  { url }: Pick<PortalDoor, 'url'>,
  { database, contextKey }: Pick<Place, 'database' | 'contextKey'>,
): Database {
  return openDatabase(url, { suffix: database, contextKey }, 5)
}

/** Opens the serving door of a place. */
export function openPlace(place: Place, connections = 10): Database {
  return openDatabase(place.serveUrl, { suffix: place.database, contextKey: place.contextKey }, connections)
}

/**
 * Opens a place that has begun.
 * @throws KithError that says which command begins it
 */
export async function openAuthority(place: Place, connections = 10): Promise<Authority> {
  const installation = await preparePlace(place)
  if (installation === null)
    throw new KithError('KITH_DATABASE_MISSING', {
      sentence: `The database ${place.database} holds no authority yet. Run "kith init" to begin one, or "kith demo" to make a demonstration county in it.`,
    })
  return { place, installation, database: openPlace(place, connections) }
}
