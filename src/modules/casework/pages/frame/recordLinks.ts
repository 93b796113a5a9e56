import type { Uuid } from '#platform/ids'

/** The parts of one person's record, in the order of its navigation. */
export const recordTabs = [
  'overview',
  'chronology',
  'notes',
  'family',
  'plans',
  'documents',
  'looked',
] as const
export type RecordTab = (typeof recordTabs)[number]

const tabPaths: Readonly<Record<RecordTab, string>> = {
  overview: '',
  chronology: '/chronology',
  notes: '/notes',
  family: '/details',
  plans: '/plans',
  documents: '/documents',
  looked: '/looks',
}

export const tabWords: Readonly<Record<RecordTab, string>> = {
  overview: 'Overview',
  chronology: 'Chronology',
  notes: 'Visits and notes',
  family: 'Family',
  plans: 'Plans',
  documents: 'Documents',
  looked: 'Who has looked',
}

/** Address of a part of the record. */
export const tabLink = (personId: Uuid, tab: RecordTab): string => `/people/${personId}${tabPaths[tab]}`
