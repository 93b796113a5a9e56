import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { readConfig } from '#platform/config'
import { type Database, openDatabase, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { makeLog } from '#platform/log'
import { signInAs, type Visitor } from '#test/signIn.ts'
import { serviceModules } from '../../src/main/modules.ts'
import { buildServer } from '../../src/main/web/index.ts'
import type { BenchCluster } from './benchCluster.ts'
import { contextKeyOf } from './county.ts'
import { TWICE } from './longRecords.ts'

/** A county with the real server on it, and the people who use it in the measurements. */
export type OpenCounty = {
  readonly server: FastifyInstance
  /** Rowan Ashbrigg, who holds the three Thorncastle children. */
  readonly worker: Visitor
  /** Gwen Hollinwood, the manager of the same team. */
  readonly manager: Visitor
  /** Priya Fellgate, who manages the front door. */
  readonly dutyManager: Visitor
  /** Helena Marlsborough, who answers for the whole authority. */
  readonly director: Visitor
  /** Of the five Ravensgill children, whom the worker assesses together. */
  readonly assessmentId: Uuid
  /** Two records of one girl, a thousand entries each. */
  readonly twice: readonly [Uuid, Uuid]
  /** A conference that is to come, its report, and a second one of forty pages (`longPack.ts`). */
  readonly conferenceId: Uuid
  readonly paperId: Uuid
  readonly packId: Uuid
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
  const door = openDatabase(cluster.serveUrl(database), { suffix: made, contextKey: contextKeyOf(made) })
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
  await settle(door)
  const facts = await readFacts(cluster, database)
  return {
    server,
    worker: await signInAs(server, facts.worker),
    manager: await signInAs(server, facts.manager),
    dutyManager: await signInAs(server, facts.duty),
    director: await signInAs(server, facts.director),
    assessmentId: facts.assessment,
    twice: [facts.one, facts.other],
    conferenceId: facts.conference,
    paperId: facts.paper,
    packId: facts.pack,
    teamId: facts.team,
    siblings: facts.siblings,
    identifier: facts.identifier,
    close: async () => {
      await server.close()
      await door.close()
    },
  }
}

/** Has the clock of known-at noted, as the sealer does all the time in use: a past moment is answered from then on. */
async function settle(door: Database): Promise<void> {
  for (;;) {
    const { rows } = await door.as(serviceActor('sealer'), 'seal', work =>
      sql<{ settled: unknown }>`select platform.take_tick() as settled`.execute(work.db()),
    )
    if (rows[0]?.settled) return
    await setTimeout(20)
  }
}

type Facts = {
  readonly conference: Uuid
  readonly paper: Uuid
  readonly pack: Uuid
  readonly duty: Uuid
  readonly director: Uuid
  readonly assessment: Uuid
  readonly one: Uuid
  readonly other: Uuid
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
                     where a.person_id = p.id and a.ended_on is null and w.sign_in_subject = 'rowan.ashbrigg')),
     report as (select p.id, p.meeting_id, (select count(*) from record.paper_part x where x.paper_id = p.id) as parts
       from record.paper p where p.kind = 'social_work_report' and p.meeting_id = (select l.meeting_id from record.paper l
         where (select count(*) from record.paper_part x where x.paper_id = l.id) = 80)),
     numbered as (select person_id, value as number from record.person_identifier where kind = 'la_child_id')
     select (select meeting_id from report limit 1) as conference, (select id from report order by parts limit 1) as paper,
       (select id from report order by parts desc limit 1) as pack,
       (select id from record.worker where sign_in_subject = 'rowan.ashbrigg') as worker,
       (select id from record.worker where sign_in_subject = 'gwen.hollinwood') as manager,
       (select o.team_id from record.post o join record.worker w on w.id = o.worker_id
        where w.sign_in_subject = 'gwen.hollinwood' and o.ended_on is null limit 1) as team,
       (select array_agg(id order by date_of_birth) from children) as siblings,
       (select i.value from record.person_identifier i join children c on c.id = i.person_id
        where i.kind = 'la_child_id' order by c.date_of_birth limit 1) as identifier,
       (select id from record.worker where sign_in_subject = 'priya.fellgate') as duty,
       (select id from record.worker where sign_in_subject = 'helena.marlsborough') as director,
       (select a.joint_id from record.assessment a join numbered n on n.person_id = a.person_id
        where n.number = 'C100027' limit 1) as assessment,
       (select person_id from numbered where number = '${TWICE[0]}') as one,
       (select person_id from numbered where number = '${TWICE[1]}') as other`,
  )
  if (!facts || Object.values(facts).some(fact => fact === null) || facts.siblings.length !== 3)
    throw new Error(`The stories of the county ${database} are not those that the benchmark knows`)
  return facts
}
