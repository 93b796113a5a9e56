import type { Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import type { marking } from './marks.ts'
import type { Told, Whose } from './shapes.ts'
import { tell } from './tell.ts'

/** In the records of some children a pregnancy of their mother that ended, with words of its own. */
export async function tellPregnancies(
  record: TestRecord,
  mark: ReturnType<typeof marking>['mark'],
  people: Readonly<Record<Whose, Told>>,
  mothers: Readonly<Partial<Record<Whose, readonly Uuid[]>>>,
): Promise<Readonly<Partial<Record<Whose, { readonly pregnancy: Uuid }>>>> {
  const told: Partial<Record<Whose, { pregnancy: Uuid }>> = {}
  for (const [whose, [mother]] of Object.entries(mothers) as [Whose, readonly Uuid[]][]) {
    if (mother === undefined) continue
    const { personId } = people[whose]
    const row = { table: 'pregnancy_end', personIds: [personId], aboutId: mother }
    const pregnancy = await tell(record, 'pregnancy_end', {
      ...{ person_id: personId, mother_id: mother, kind: 'miscarriage', ended_on: '2015-03-01' },
      ...{ ended_on_precision: 'month', source: mark(row) },
    })
    told[whose] = { pregnancy }
  }
  return told
}
