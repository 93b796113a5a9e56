import { sql } from 'kysely'
import pg from 'pg'
import { openHospital } from '../../src/modules/health/testing/hospital.ts'
import { type LineEnd, placeLine } from '../support/hospitalLine.ts'
import { installCounty } from './crashWorld.ts'
import type { OwnPostgres } from './ownPostgres.ts'

/** A county with one hospital that sends, in a database that may be killed. */
export type LineWorld = {
  readonly line: LineEnd
  /** Environment of the process that works in the background, with the door's. */
  readonly variables: Readonly<Record<string, string>>
}

export const FACILITY = 'RZZ99'

/** Installs it: every child of school age or younger has a nurse who is told. */
export async function lineWorld(postgres: OwnPostgres): Promise<LineWorld> {
  const { database, makers, variables } = await installCounty(postgres)
  try {
    const line = await placeLine(`${postgres.folder}/line`)
    const { admin, senderId } = await openHospital({ database, makers })
    await database.as(admin, 'test', work =>
      sql`update health_sender set facility = ${FACILITY}, fingerprints = ${[line.fingerprint]} where id = ${senderId}`.execute(
        work.db(),
      ),
    )
    return { line, variables: { ...variables, ...line.variables } }
  } finally {
    await database.close()
  }
}

/** One message of one of these visits: first that a child of two came, then what was found. */
export const messageOf = (number: number): string => {
  const [visit, isFirst] = [Math.floor(number / 2), number % 2 === 0]
  const event = isFirst ? 'A04' : 'A08'
  return [
    `MSH|^~\\&|FALLOW|${FACILITY}|KITH|COUNTY|20261120120${isFirst ? 0 : 5}00||ADT^${event}|N${number}|P|2.4`,
    `EVN|${event}|20261120120${isFirst ? 0 : 5}00`,
    `PID|1||||Marrowby^Wren||20240502|F|||1 Row^^Town^^NM1 2AB`,
    `PV1|1|E|ED^^^${FACILITY}||||||||||||||||V${visit}|||||||||||||||||||||||||202611201145`,
    `PV2|||^${isFirst ? 'Fever' : 'Fever, seen by a nurse'}`,
  ].join('\r')
}

/** What came of every message and every visit. */
export type Arrived = {
  readonly messages: readonly { readonly controlId: string; readonly state: string }[]
  readonly visits: readonly {
    readonly key: string
    readonly complaint: string
    readonly nurses: number
    readonly events: number
  }[]
}

export async function readArrived({ addresses }: OwnPostgres): Promise<Arrived> {
  const client = new pg.Client(addresses.superuserUrl())
  await client.connect()
  try {
    const messages = await client.query(
      `select m.control_id as "controlId", coalesce(w.state, 'none') as state from app.message_in m left join app.message_work w on w.message_id = m.id`,
    )
    const visits = await client.query(
      `select a.visit_key as key, a.complaint, (select count(*)::int from record.attendance_event e where e.attendance_id = a.id) as events,
         (select count(*)::int from record.attendance_notice n where n.attendance_id = a.id and n.kind = 'health_visitor') as nurses from record.attendance a`,
    )
    return { messages: messages.rows, visits: visits.rows }
  } finally {
    await client.end()
  }
}
