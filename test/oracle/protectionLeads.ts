import type { Uuid } from '#platform/ids'
import { hasEntry } from './hasEntry.ts'
import { isLive, type Question } from './question.ts'
import type { Table } from './tables.ts'

/** 4.2, lead child protection practitioner: "B2 for s47/CP"; the plan, its reviews and core groups come with the tie itself. */
const tablesOfProtection: readonly Table[] = ['s47_enquiry', 'conference']

/** Whether the worker leads the child protection work with this child, of whom they know by some tie, and the table is of it. */
export function leadsProtection(question: Question, table: Table, personId: Uuid): boolean {
  const { world, worker, holds } = question
  if (!tablesOfProtection.includes(table)) return false
  if (!holds('the worker is a practitioner', worker.class === 'practitioner')) return false
  for (const lead of world.protectionLeads) {
    if (lead.personId !== personId) continue
    if (!holds('the lead of protection is the worker', lead.workerId === worker.id)) continue
    if (!isLive(question, 'lead of protection', lead)) continue
    if (hasEntry(question, personId, { dataClass: 'A2', toWrite: false })) return true
  }
  return false
}
