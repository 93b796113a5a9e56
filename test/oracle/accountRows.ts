import type { Uuid } from '#platform/ids'
import type { KnownRow } from './knownRow.ts'
import { peopleAt, personAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'

/** @returns accounts of the portal, what somebody saw from each and should not have, and where some chose to be told or might. */
export function accountRows(sketch: Sketch, next: () => Uuid): readonly KnownRow[] {
  return ofOneEach(sketch).flatMap(({ children, of, hasChannel }) => {
    const id = next()
    const about = { paperId: id, personIds: peopleAt(sketch, children), aboutId: personAt(sketch, of) }
    return [
      { ...about, table: 'family_account', id },
      { ...about, table: 'portal_alarm', id: next() },
      { ...about, table: 'family_channel', id: next(), ...(hasChannel ? {} : { isProposed: true }) },
    ]
  })
}

/** Nobody has two accounts that are open. */
function ofOneEach(sketch: Sketch): Sketch['accounts'] {
  const place = (of: number) => of % sketch.people.length
  return sketch.accounts.filter(
    (one, at, all) => all.findIndex(other => place(other.of) === place(one.of)) === at,
  )
}

/** An address at which nobody is told anything: the row's own id, so that it is found wherever it shows. */
export const channelAddress = (id: Uuid): string => `${id}@example.org`

/** The channels that somebody chose; one that is only wished for is of an account that has none. */
export const channelsIn = (rows: readonly KnownRow[]): readonly KnownRow[] =>
  rows.filter(row => row.table === 'family_channel' && row.isProposed !== true)
