import type { FastifyInstance } from 'fastify'
import { readConfig } from '#platform/config'
import { openDatabase } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { makeLog } from '#platform/log'
import { signInAs, type Visitor } from '#test/signIn.ts'
import { serviceModules } from '../../src/main/modules.ts'
import { buildServer } from '../../src/main/web/index.ts'
import type { BenchCluster } from './benchCluster.ts'
import { contextKey } from './county.ts'

/** A county with the real server on it, and the people who use it in the measurements. */
export type OpenCounty = {
  readonly server: FastifyInstance
  /** Rowan Ashbrigg, who holds the three Thorncastle children. */
  readonly worker: Visitor
  /** Gwen Hollinwood, the manager of the same team. */
  readonly manager: Visitor
  readonly teamId: Uuid
  /** Eldest first. */
  readonly siblings: readonly Uuid[]
  /** Of the eldest, as people type it. */
  readonly identifier: string
  close(): Promise<void>
}

/** Nobody is asked to wait while measuring. */
const limits = { perAddress: 1_000_000_000, perSession: 1_000_000_000, signIn: 1_000_000_000 }

/** Builds the server on a county. @param made database that it was made in: a copy answers to the roles of its original */
export async function openCounty(
  cluster: BenchCluster,
  database: string,
  made = database,
): Promise<OpenCounty> {
  const door = openDatabase(cluster.serveUrl(database), { suffix: made, contextKey })
  const config = readConfig({ NODE_ENV: 'test' })
  if (!config.ok) throw new Error(config.problems.join(' '))
  const authority = { database: door, name: 'Northmarsh County Council', code: '989', isDemo: true }
  const server = await buildServer({
    modules: serviceModules,
    authorities: new Map([
      ['localhost', authority],
      ['127.0.0.1', authority],
    ]),
    config: config.config,
    log: makeLog({ level: 'silent' }),
    limits,
  })
  const facts = await readFacts(cluster, database)
  return {
    server,
    worker: await signInAs(server, facts.worker),
    manager: await signInAs(server, facts.manager),
    teamId: facts.team,
    siblings: facts.siblings,
    identifier: facts.identifier,
    close: async () => {
      await server.close()
      await door.close()
    },
  }
}

type Facts = {
  readonly worker: Uuid
  readonly manager: Uuid
  readonly team: Uuid
  readonly siblings: readonly Uuid[]
  readonly identifier: string
}

/** The same family and the same two workers in a county of any size: its stories are told first. */
async function readFacts(cluster: BenchCluster, database: string): Promise<Facts> {
  const [facts] = await cluster.asSuperuser<Facts>(
    database,
    `with children as (
       select p.id, p.date_of_birth from record.person p join record.person_name n on n.person_id = p.id
       where n.family = 'Thorncastle' and n.is_main and p.date_of_birth > current_date - interval '12 years'
         and exists (select from record.allocation a join record.worker w on w.id = a.worker_id
                     where a.person_id = p.id and a.ended_on is null and w.sign_in_subject = 'rowan.ashbrigg'))
     select (select id from record.worker where sign_in_subject = 'rowan.ashbrigg') as worker,
       (select id from record.worker where sign_in_subject = 'gwen.hollinwood') as manager,
       (select o.team_id from record.post o join record.worker w on w.id = o.worker_id
        where w.sign_in_subject = 'gwen.hollinwood' and o.ended_on is null limit 1) as team,
       (select array_agg(id order by date_of_birth) from children) as siblings,
       (select i.value from record.person_identifier i join children c on c.id = i.person_id
        where i.kind = 'la_child_id' order by c.date_of_birth limit 1) as identifier`,
  )
  if (!facts?.worker || !facts.team || facts.siblings?.length !== 3 || !facts.identifier)
    throw new Error(`The stories of the county ${database} are not those that the benchmark knows`)
  return facts
}
