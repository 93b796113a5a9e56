import { setTimeout as pause } from 'node:timers/promises'
import { openWard } from '../../../src/main/demo/index.ts'
import { codeOf, framed, openHospitalLine } from '../../support/hospitalLine.ts'
import { facilityAt, type OpenSenders } from './openSenders.ts'

const MESSAGES = 1_000
const CONNECTIONS = 8

/**
 * Gives a county visits that were told and read before anything is measured, and PostgreSQL a look at them: a database that grows from nothing within
 * a minute plans by what it was, as none that is in use does.
 */
export async function givePast(
  { line, children, cluster, county, waiting }: OpenSenders,
  facilities: readonly string[],
): Promise<void> {
  const lines = await Promise.all(Array.from({ length: CONNECTIONS }, () => openHospitalLine(line)))
  const wards = lines.map((_, place) => openWard(facilityAt(facilities, place), children, `P${place}-`))
  await Promise.all(
    lines.map(async (one, lane) => {
      for (let sent = 0; sent < MESSAGES / CONNECTIONS; sent += 1) {
        const { text } = wards[lane]?.next(Temporal.Now.instant()) ?? { text: '' }
        const answer = await one.ask(framed(text))
        if (codeOf(answer) !== 'AA') throw new Error(`A message was not taken: ${answer}`)
      }
    }),
  )
  for (const one of lines) one.close()
  while ((await waiting()) > 0) await pause(200)
  await cluster.asSuperuser(county, 'vacuum analyze')
}
