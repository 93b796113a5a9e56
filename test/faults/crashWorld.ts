import { createHmac, randomBytes } from 'node:crypto'
import { type DoorKey, install, migrate, openDatabase, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { installJobs } from '#platform/jobs'
import { makersOver } from '../support/recordMakers.ts'
import type { OwnPostgres } from './ownPostgres.ts'

/** One worker who holds one child, in a database of their own. */
export type CrashWorld = {
  readonly personId: Uuid
  readonly subject: string
  /** Environment of the service over this database. */
  readonly variables: Readonly<Record<string, string>>
}

/** An empty county, the environment of the service over its database, and what makes rows of it. */
export async function installCounty({ addresses, folder }: OwnPostgres) {
  const secret = randomBytes(32).toString('base64')
  const contextKey = createHmac('sha256', secret).update('kith').digest()
  const door: DoorKey = { suffix: 'kith', contextKey }
  await migrate(addresses.ownerUrl(), 'kith_serve')
  await installJobs(addresses.ownerUrl(), 'kith')
  const authority = { authorityCode: '999', authorityName: 'Exampleshire', madeByDemo: true }
  await install(addresses.ownerUrl(), authority, contextKey)
  const database = openDatabase(addresses.serveUrl(), door, 2)
  const variables = {
    DATABASE_URL: addresses.serveUrl(),
    DATABASE_OWNER_URL: addresses.ownerUrl(),
    KITH_DATA: `${folder}/service`,
    KITH_CONTEXT_KEY: secret,
  }
  return { database, makers: makersOver(database, addresses.ownerUrl()), variables }
}

/** Installs a county of one child. */
export async function crashWorld(postgres: OwnPostgres): Promise<CrashWorld> {
  const { database, makers, variables } = await installCounty(postgres)
  try {
    const subject = 'invented.worker'
    const { id } = await makers.worker()
    await database.as(serviceActor('storyteller'), 'demo', work =>
      work
        .db<{ worker: { id: Uuid; sign_in_subject: string } }>()
        .updateTable('worker')
        .set({ sign_in_subject: subject })
        .where('id', '=', id)
        .execute(),
    )
    const { children } = await makers.family({ children: 1 })
    const [personId] = children
    if (personId === undefined) throw new Error('No child was made')
    const teamId = await makers.team()
    await makers.post({ workerId: id, teamId })
    await makers.allocation({ personId, teamId, workerId: id })
    return { personId, subject, variables }
  } finally {
    await database.close()
  }
}
