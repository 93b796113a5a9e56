import { parseUuid, type Uuid } from '#platform/ids'

/** What the ids of a world count. */
export type Counted =
  | 'worker'
  | 'team'
  | 'area'
  | 'person'
  | 'family'
  | 'household'
  | 'note'
  | 'row'
  | 'contact'
  | 'paper'
  | 'meeting'
  | 'invitation'
  | 'organisation'
  | 'strand'
  | 'workbook'
  | 'post'
  | 'session'
  | 'attendance'
  | 'reader'
  | 'notice'
  | 'lead'
  | 'told'

const kinds: readonly Counted[] = [
  'worker',
  'team',
  'area',
  'person',
  'family',
  'household',
  'note',
  'row',
  'contact',
  'paper',
  'meeting',
  'invitation',
  'organisation',
  'strand',
  'workbook',
  'post',
  'session',
  'attendance',
  'reader',
  'notice',
  'lead',
  'told',
]

/** @returns the id of the nth thing of a kind in the world of this salt, always the same. */
export function idOf(salt: number, kind: Counted, number: number): Uuid {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  const id = parseUuid(`${hex(salt, 8)}-${hex(kinds.indexOf(kind) + 1, 4)}-7000-8000-${hex(number + 1, 12)}`)
  if (id === null)
    throw new Error(`Salt ${salt} and number ${number} make no id: keep them positive and small.`)
  return id
}
