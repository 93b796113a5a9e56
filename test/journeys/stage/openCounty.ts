import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import type { AssessmentsTables } from '#modules/assessments'
import type { PeopleTables } from '#modules/people'
import { serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { northmarsh, southfen } from '#test/demoCounties.ts'
import { type TestRecord, testRecord } from '#test/record.ts'
import { testNews, testServer } from '#test/server.ts'
import { registerModules, serviceModules } from '../../../src/main/modules.ts'
import { startBrowser } from './startBrowser.ts'

/** Two invented authorities, served to a real browser. */
export type County = {
  readonly browser: Browser
  readonly server: FastifyInstance
  /** Northmarsh: http://localhost and its port. */
  readonly origin: string
  /** Southfen: another database under another host. */
  readonly secondOrigin: string
  readonly today: Temporal.PlainDate
  /** The child with this LA child ID, as docs/demo.md names them. */
  child(laChildId: string): Promise<Known>
  /** Given and family names of everyone in the record. */
  names(): Promise<readonly string[]>
}

/** A child as the record has them now. */
export type Known = {
  readonly id: Uuid
  readonly given: string
  readonly family: string
  readonly born: Temporal.PlainDate
  /** The latest assessment of several children together that they are in. */
  readonly assessmentId: Uuid | null
}

/** Opens both counties, serves them and starts the browser; everything ends with the file's tests. */
export async function openCounty(): Promise<County> {
  registerModules()
  const today = londonDate(Temporal.Now.instant())
  const [browser, first] = await Promise.all([startBrowser(), testRecord(4, northmarsh())])
  const second = await first.another(southfen())
  await first.settled()
  const served = (record: TestRecord, code: string, name: string) => ({
    database: record.database,
    name,
    code,
    isDemo: true,
    news: testNews(record.serveUrl),
  })
  const server = await testServer(first.database, serviceModules, {
    authorities: new Map([
      ['localhost', served(first, '989', 'Northmarsh County Council')],
      ['second.localhost', served(second, '988', 'Southfen Borough Council')],
    ]),
    limits: { perAddress: 100_000, perSession: 100_000, signIn: 10_000 },
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo // an object for a server that listens on TCP
  return {
    browser,
    server,
    origin: `http://localhost:${port}`,
    secondOrigin: `http://second.localhost:${port}`,
    today,
    child: laChildId => childOf(first, laChildId),
    names: () => namesIn(first),
  }
}

async function childOf(record: TestRecord, laChildId: string): Promise<Known> {
  const row = await record.as(serviceActor('verifier'), work =>
    work
      .db<PeopleTables & AssessmentsTables>()
      .selectFrom('person_identifier as number')
      .innerJoin('person', 'person.id', 'number.person_id')
      .innerJoin('person_name as name', 'name.person_id', 'person.id')
      .select(['person.id', 'person.date_of_birth', 'name.given', 'name.family'])
      .select(eb =>
        eb
          .selectFrom('assessment')
          .select('joint_id')
          .whereRef('assessment.person_id', '=', 'person.id')
          .where('joint_id', 'is not', null)
          .orderBy('started_on', 'desc')
          .limit(1)
          .as('assessment_id'),
      )
      .where('number.value', '=', laChildId)
      .where('name.is_main', '=', true)
      .executeTakeFirstOrThrow(),
  )
  if (row.date_of_birth === null) throw new Error(`${laChildId} is not born: choose another child`)
  return {
    id: row.id,
    given: row.given ?? '',
    family: row.family ?? '',
    born: row.date_of_birth,
    assessmentId: row.assessment_id,
  }
}

async function namesIn(record: TestRecord): Promise<readonly string[]> {
  const rows = await record.as(serviceActor('verifier'), work =>
    work.db<PeopleTables>().selectFrom('person_name').select(['given', 'family']).execute(),
  )
  return rows.flatMap(({ given, family }) => (given && family ? [`${given} ${family}`] : []))
}
