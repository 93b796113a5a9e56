import type { PersonSummary } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { codeWords } from '#reference'
import { findingTexts, jointTexts, labelOf } from '../rules/assessmentParts.ts'
import { outcomeText } from '../rules/outcomes.ts'
import type { Joint } from './readJoint.ts'

/** One text of an assessment as it stood at a moment. */
export type VersionText = {
  /** The same for the same text of every version. */
  readonly key: string
  /** Whom it is about; null: all of them. */
  readonly personId: Uuid | null
  readonly label: string
  readonly text: string | null
}

type Row = Readonly<Record<string, unknown>> & { readonly id: Uuid }
type Tables = Record<string, Record<string, unknown>>

/**
 * An assessment as it stood at a moment, text by text, in the order of its document; from the record and its history, under the
 * reader's own rights. A child who was taken out is not in it any more, at no moment.
 * @param people those whose names stand in labels
 */
export async function versionAt(
  work: Work,
  joint: Joint,
  moment: Temporal.Instant,
  people: ReadonlyMap<Uuid, PersonSummary>,
): Promise<readonly VersionText[]> {
  const name = (id: Uuid): string => people.get(id)?.displayName ?? 'Somebody'
  const [whole] = await rowsAt(work, 'joint_assessment', { id: [joint.id] }, moment)
  const ids = joint.children.map(({ assessmentId }) => assessmentId)
  const parts = await rowsAt(work, 'assessment', { id: ids }, moment)
  const factors = await rowsAt(work, 'assessment_factor', { assessment_id: ids }, moment)
  const views = await rowsAt(work, 'assessment_view', { joint_id: [joint.id] }, moment)
  return [
    ...jointTexts.slice(0, 4).map(column => ofAll(whole, column)),
    ...joint.children.flatMap(child => {
      const row = parts.find(({ id }) => id === child.assessmentId)
      const codes = factors
        .filter(one => one['assessment_id'] === child.assessmentId && one['removed_on'] === null)
        .map(one => codeWords('assessmentFactor', String(one['code'])))
      const about = (column: string, text: string | null, label = labelOf(column, 'child')): VersionText => ({
        key: `${child.personId}:${column}`,
        personId: child.personId,
        label: `${name(child.personId)}: ${label}`,
        text,
      })
      return [
        ...findingTexts.map(column => about(column, textOf(row, column))),
        about('factors', codes.length === 0 ? null : codes.toSorted().join('\n'), 'Factors'),
      ]
    }),
    ...views.map(row => viewText(row, name)),
    { ...ofAll(whole, 'safety_now') },
    ...jointTexts.slice(4).map(column => ofAll(whole, column)),
    ...joint.children.flatMap(child => {
      const row = parts.find(({ id }) => id === child.assessmentId)
      return (['outcome', 'outcome_reason'] as const).map(column => ({
        key: `${child.personId}:${column}`,
        personId: child.personId,
        label: `${name(child.personId)}: ${labelOf(column, 'child')}`,
        text: column === 'outcome' ? outcomeText(textOf(row, column)) : textOf(row, column),
      }))
    }),
    ofAll(whole, 'late_reason'),
  ]
}

const textOf = (row: Row | undefined, column: string): string | null => {
  const value = row?.[column] ?? null
  return value === null ? null : String(value)
}

const ofAll = (row: Row | undefined, column: string): VersionText => ({
  key: column,
  personId: null,
  label: labelOf(column, 'joint'),
  text: textOf(row, column),
})

function viewText(row: Row, name: (id: Uuid) => string): VersionText {
  const adultId = row['adult_id'] as Uuid // a column of ids
  const reason = textOf(row, 'no_view_reason')
  return {
    key: `view:${adultId}`,
    personId: null,
    label: `${name(adultId)}: what they say`,
    text: textOf(row, 'words') ?? (reason === null ? null : `Not heard: ${reason}`),
  }
}

/** The rows of a table that stood at a moment, in the order of their ids: present ones, and past ones that held then. */
async function rowsAt(
  work: Work,
  table: 'joint_assessment' | 'assessment' | 'assessment_factor' | 'assessment_view',
  where: Readonly<Record<string, readonly Uuid[]>>,
  moment: Temporal.Instant,
): Promise<readonly Row[]> {
  const [[column, ids] = ['id', []]] = Object.entries(where)
  if (ids.length === 0) return []
  const columns = ['id', 'recorded_from', ...columnsOf[table]]
  const at = moment.toString()
  const present = await work
    .db<Tables>()
    .selectFrom(table)
    .select(columns)
    .where(column, 'in', ids)
    .where('recorded_from', '<=', at)
    .execute()
  const past = await work
    .db<Tables>()
    .selectFrom(`history.${table}`)
    .select(columns)
    .where(column, 'in', ids)
    .where('recorded_from', '<=', at)
    .where('recorded_to', '>', at)
    .execute()
  const rows = [...present, ...past] as unknown as readonly Row[] // ids are in `columns`
  return [...new Map(rows.map(row => [row.id, row])).values()].toSorted((one, other) =>
    one.id.localeCompare(other.id),
  )
}

const columnsOf = {
  joint_assessment: [...jointTexts, 'safety_now', 'late_reason'],
  assessment: [...findingTexts, 'outcome', 'outcome_reason'],
  assessment_factor: ['assessment_id', 'code', 'removed_on'],
  assessment_view: ['adult_id', 'words', 'no_view_reason'],
} as const
