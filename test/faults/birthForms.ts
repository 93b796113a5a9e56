import type { Uuid } from '#platform/ids'
import { dated, personPath, today } from '../routes/fills.ts'
import type { Filled, Stage } from '../routes/shapes.ts'
import { tell } from '../routes/tell.ts'
import { versionAt } from './detailForms.ts'
import type { Write } from './write.ts'

type Fill = Write['fill']
type Around = { readonly personId: Uuid; readonly twinId: Uuid; readonly adults: readonly [Uuid, Uuid] }

/** A held child with a twin, whom the holder holds by it, and two adults of the family. */
async function around({ record, county }: Stage): Promise<Around> {
  const family = await record.makers.family({ children: 2, adults: 2 })
  const [personId, twinId] = family.children
  const [one, other] = family.adults
  if (!personId || !twinId || !one || !other) throw new Error('The family has too few people')
  const { teams, workers } = county.staff
  await record.makers.allocation({ personId, teamId: teams.north, workerId: workers.holder })
  await tell(record, 'relationship', { person_id: personId, other_id: twinId, kind: 'twin' })
  return { personId, twinId, adults: [one, other] }
}

type Form = {
  readonly table: string
  /** Whom the row is about besides. */
  readonly named: (of: Around) => Filled['fields']
  readonly columns: Filled['fields']
  readonly fields: Filled['fields']
}

const forms: Readonly<Record<string, Form>> = {
  adults: {
    table: 'adult_relationship_quality',
    named: ({ adults: [one, other] }) => ({ adult_id: one, other_adult_id: other }),
    columns: { quality: 'close', noted_on: '2026-01-01' },
    fields: { quality: 'conflict', remark: 'Heard at the door', ...dated('noted_on', today()) },
  },
  pregnancy: {
    table: 'pregnancy_end',
    named: ({ adults: [one] }) => ({ mother_id: one }),
    columns: { kind: 'miscarriage', ended_on: '2015-03-01' },
    fields: { kind: 'abortion', ...dated('ended_on', today().subtract({ years: 3 })) },
  },
  twins: {
    table: 'twin_likeness',
    named: ({ twinId }) => ({ other_id: twinId }),
    columns: { likeness: 'not_known' },
    fields: { likeness: 'identical', source: 'The midwife' },
  },
}

const adding =
  (part: string, { named, fields }: Form): Fill =>
  async stage => {
    const of = await around(stage)
    const url = personPath(of.personId, `/details/${part}`)
    return { by: 'holder', url, fields: { ...named(of), ...fields } }
  }

const changing =
  (part: string, { table, named, columns, fields }: Form): Fill =>
  async stage => {
    const of = await around(stage)
    const row = await tell(stage.record, table, { person_id: of.personId, ...named(of), ...columns })
    const url = personPath(of.personId, `/details/${part}/${row}`)
    const recorded_from = await versionAt(stage, 'holder', url)
    return { by: 'holder', url, fields: { ...fields, recorded_from } }
  }

const each = (fill: (part: string, form: Form) => Fill): Readonly<Record<string, Fill>> =>
  Object.fromEntries(Object.entries(forms).map(([part, form]) => [part, fill(part, form)]))

/** What stands of adults and births in the record of a child: added, and changed. */
export const addingBirths = each(adding)
export const changingBirths = each(changing)
