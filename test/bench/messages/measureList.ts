import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { hl7Text } from '../../../src/main/demo/hospital/hl7Text.ts'
import { openWard } from '../../../src/main/demo/index.ts'
import { noticesFor } from '../../../src/modules/health/attendances/queries/noticesFor.ts'
import { framed, openHospitalLine } from '../../support/hospitalLine.ts'
import { quantile, round } from '../figures.ts'
import { facilityAt, type OpenSenders } from './openSenders.ts'

/** From the moment when a message was due to leave the hospital to the moment when the visit stands on the health visitor's list. */
export type ListFigures = {
  readonly perSecond: number
  readonly seconds: number
  readonly visits: number
  /** Visits that had not come after a minute more. */
  readonly missing: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** The most messages that were kept and not yet read, of those that were looked for once a second. */
  readonly mostWaiting: number
}

/** What the 95th of a hundred may take, in milliseconds. */
export const LIST_BUDGET = 5_000
const PER_SECOND = 100
const SECONDS = 40
const CONNECTIONS = 8
/** One message in ten is of a child of this health visitor's. */
const HERS = 10
const LOOK = 250 // milliseconds from one look at the list to the next: more often than anybody loads a page again
const LISTED = 200

/** Sends evenly, whether or not earlier messages were answered, while a health visitor's list is read again and again as its page reads it. */
export async function measureList(senders: OpenSenders, facilities: readonly string[]): Promise<ListFigures> {
  const nurse = await healthVisitor(senders)
  const due = new Map<string, number>()
  const took = new Map<string, number>()
  const sending = { isOver: false, mostWaiting: 0 }
  const looks = lookAgain(senders, nurse, { due, took, sending })
  const counts = countWaiting(senders, sending)
  await send(senders, facilities, nurse.postcode, due)
  const until = performance.now() + 60_000
  while (took.size < due.size && performance.now() < until) await pause(LOOK)
  sending.isOver = true
  await Promise.all([looks, counts])
  const times = [...took.values()]
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map(share => round(quantile(times, share)))
  return {
    ...{ perSecond: PER_SECOND, seconds: SECONDS, visits: due.size, missing: due.size - took.size },
    ...{ p50: p50 ?? 0, p95: p95 ?? 0, p99: p99 ?? 0, mostWaiting: sending.mostWaiting },
  }
}

type Nurse = { readonly actor: Actor; readonly teamId: Uuid; readonly postcode: string }

/** Whoever in the county visits the families of the first postcode. */
async function healthVisitor({ cluster, county }: OpenSenders): Promise<Nurse> {
  const [row] = await cluster.asSuperuser<{ id: Uuid; teamId: Uuid; begins: string }>(
    county,
    `select p.worker_id as id, p.team_id as "teamId", n.value as begins from record.nursing_area n join record.post p on p.team_id = n.team_id
     where n.serves = 'health_visiting' and n.by_what = 'postcode' and n.ended_on is null and p.role = 'health_visitor' and p.ended_on is null
     order by n.value limit 1`,
  )
  if (row === undefined) throw new Error(`Nobody in ${county} visits families`)
  return {
    actor: { id: row.id, class: 'practitioner' },
    teamId: row.teamId,
    postcode: `${row.begins.slice(0, 4)} ${row.begins.slice(4)}AA`,
  }
}

/** At each hundredth of a second one message, over every connection in turn. */
async function send(
  { line, children }: OpenSenders,
  facilities: readonly string[],
  postcode: string,
  due: Map<string, number>,
): Promise<void> {
  const lines = await Promise.all(Array.from({ length: CONNECTIONS }, () => openHospitalLine(line)))
  const seed = `L${performance.now() | 0}-`
  const wards = lines.map((_, place) => openWard(facilityAt(facilities, place), children, `${seed}${place}-`))
  const began = performance.now()
  const answers: Promise<string>[] = []
  for (let number = 0; number < PER_SECOND * SECONDS; number += 1) {
    const at = began + (number * 1000) / PER_SECOND
    if (at > performance.now()) await pause(at - performance.now())
    const isHers = number % HERS === 0
    const name = `${seed}${number}`
    if (isHers) due.set(name, at)
    const text = isHers
      ? arrivalOf(facilityAt(facilities, number % CONNECTIONS), name, postcode)
      : (wards[number % CONNECTIONS]?.next(Temporal.Now.instant()).text ?? '')
    const answer = lines[number % CONNECTIONS]?.ask(framed(text))
    if (answer) answers.push(answer)
  }
  await Promise.all(answers)
  for (const one of lines) one.close()
}

/** A child of two whom nobody in the county knows: told by where they live. */
function arrivalOf(facility: string, name: string, postcode: string): string {
  const now = Temporal.Now.instant()
  const birth = now.toZonedDateTimeISO('Europe/London').toPlainDate().subtract({ years: 2 })
  const patient = {
    ...{
      nhsNumber: null,
      given: name,
      family: 'Measured',
      sex: 'F',
      lines: '1 Invented Row\nTown',
      postcode,
    },
    birth: birth.toString().replaceAll('-', ''),
  }
  const visit = { number: name, patient, arrivedAt: now, complaint: 'Fever', companion: null }
  return hl7Text(facility, visit, { event: 'A04', controlId: name, at: now })
}

type Looking = {
  readonly due: ReadonlyMap<string, number>
  readonly took: Map<string, number>
  readonly sending: { readonly isOver: boolean }
}

async function lookAgain(
  { database }: OpenSenders,
  nurse: Nurse,
  { due, took, sending }: Looking,
): Promise<void> {
  const asked = {
    show: 'unread',
    teams: { all: [nurse.teamId], duty: [] },
    limit: LISTED,
    offset: 0,
  } as const
  while (!sending.isOver) {
    const rows = await database.as(nurse.actor, 'health', work => noticesFor(work, asked))
    const now = performance.now()
    for (const { given } of rows) {
      const at = due.get(given ?? '')
      if (at !== undefined && !took.has(given ?? '')) took.set(given ?? '', now - at)
    }
    await pause(LOOK)
  }
}

async function countWaiting(
  senders: OpenSenders,
  sending: { readonly isOver: boolean; mostWaiting: number },
): Promise<void> {
  while (!sending.isOver) {
    sending.mostWaiting = Math.max(sending.mostWaiting, await senders.waiting())
    await pause(1000)
  }
}
