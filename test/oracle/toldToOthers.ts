import { hasPost, isPractitioner } from './frontDoorGrants.ts'
import { hasEntry, seesPeopleByTie } from './hasEntry.ts'
import { isAuthor, isHiddenByRestriction } from './notes.ts'
import type { Question } from './question.ts'
import type { Table } from './tables.ts'
import type { Row } from './world.ts'

/** "With the summary of the child's record (B2 or B2S)": how a plan stands at the NHS. */
const ofSummary: readonly Table[] = ['protection_status', 'protection_change', 'protection_file_record']
/** "With the record (B2)": that it was opened in unscheduled care, and what another system was told. */
const ofRecord: readonly Table[] = ['protection_access', 'disclosure', 'disclosure_delivery']
const sending = ['team_manager', 'duty_manager', 'senior_social_worker', 'business_support']

/** "That there are files and messages, with times, counts and answers to whole files." No person stands in them. */
export const listed: readonly Table[] = ['protection_file', 'protection_message']

/** "Practitioners, duty and directors"; a past moment is shown in whole rows, and what the NHS sent is read by nobody. */
export function readsListed(question: Question, table: Table): boolean {
  if (!seesPeopleByTie(question)) return false
  if (table === 'protection_file') return true
  return !question.holds('a past moment is asked', question.world.isPast === true)
}

/** What is told to the NHS and to systems of others "is a copy of the record, and is read no further than the record is". */
export function readsOfTold(question: Question, table: Table, row: Row): boolean {
  if (!seesPeopleByTie(question)) return false
  const [personId] = row.personIds
  if (ofSummary.includes(table) || ofRecord.includes(table)) {
    const dataClass = ofSummary.includes(table) ? 'B2S' : 'B2'
    return personId !== undefined && hasEntry(question, personId, { dataClass, toWrite: false })
  }
  if (table === 'protection_file_body') return isOfTeamThatSends(question, row) && !isSealed(question, row)
  if (table !== 'protection_work') return false // a number that is in use no more is the listener's
  if (personId !== undefined && hasEntry(question, personId, { dataClass: 'B2S', toWrite: false }))
    return true
  return isOfTeamThatSends(question, row) && !isSealed(question, row)
}

/** What the NHS sent is brought in by the posts that send; all else the listener derives. */
export function addsOfTold(question: Question, table: Table, row: Row): boolean {
  return table === 'protection_message' && isAuthor(question, row) && isOfTeamThatSends(question, row)
}

/** "The team closes; nobody else does." */
export function closesWork(question: Question, row: Row): boolean {
  return isOfTeamThatSends(question, row) && !isSealed(question, row)
}

/** "Whoever holds a post today in the team that sends it, as team manager, duty manager, senior social worker or business support." */
function isOfTeamThatSends(question: Question, { teamId }: Row): boolean {
  if (teamId == null || !isPractitioner(question)) return false
  return hasPost(question, teamId, post => question.holds('the post is told', sending.includes(post.role)))
}

/** "Never one from whom somebody in it is kept." */
function isSealed(question: Question, row: Row): boolean {
  return isHiddenByRestriction(question, row)
}
