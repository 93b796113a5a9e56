import type { UserClass } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Row } from '../oracle/index.ts'
import type { County } from './shapes.ts'

/** Whether the visitor may read a row. */
export type Sees = (row: Row) => boolean

/** Finds in any answer what its reader must not see, wherever on it that stands. */
export function leakFinder({ marks, people, personIds }: County) {
  const ids = new Map<Uuid, Row>(personIds.map(id => [id, { table: 'person', personIds: [id] }]))
  for (const one of Object.values(people)) {
    const of = { personIds: [one.personId] }
    ids.set(one.clockId, { table: 'clock', ...of })
    ids.set(one.alertId, { table: 'alert', ...of })
    ids.set(one.taskId, { table: 'task', ...of })
    ids.set(one.involvementId, { table: 'involvement', ...of })
    ids.set(one.allocationId, { table: 'allocation', ...of })
  }
  /**
   * @param asked address and form: what stands there the asker knew
   * @param outlined ids that a search may show of people outside one's work
   */
  return (
    body: string,
    asked: string,
    reader: { readonly class: UserClass | null; readonly sees: Sees },
    outlined: (row: Row) => boolean = () => false,
  ): string[] => {
    const leaks: string[] = []
    for (const { text, row, isWords } of marks) {
      if (!body.includes(text) || asked.includes(text)) continue
      if (isWords && reader.class === 'data_quality') leaks.push(`words of ${row.table}`)
      else if (!reader.sees(row)) leaks.push(`${row.table} (${text})`)
    }
    for (const [id, row] of ids)
      if (body.includes(id) && !asked.includes(id) && !reader.sees(row) && !outlined(row))
        leaks.push(`id of a ${row.table}`)
    return leaks
  }
}
