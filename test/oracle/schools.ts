import type { Uuid } from '#platform/ids'
import { isPractitioner } from './frontDoorGrants.ts'
import { hasEntry, seesPeopleByTie } from './hasEntry.ts'
import { isAuthor } from './notes.ts'
import { isUpTo } from './order.ts'
import { isLive, type Question } from './question.ts'
import type { Table } from './tables.ts'
import type { Row, World } from './world.ts'

/** "Given by those posts alone." */
const giving: readonly string[] = ['senior_social_worker', 'team_manager', 'service_leader']

/** How a child attends, and the schools of a child, with the summary (B2S); 4.2, "own DSL supervision", and what docs/access.md says of whoever gives it. */
export function readsOfSchool(question: Question, table: Table, row: Row): boolean {
  if (!seesPeopleByTie(question)) return false
  const [personId] = row.personIds
  if (table === 'school_file') return leadsSenderToday(question, row)
  if (isToldOfPupil(table))
    return personId !== undefined && hasEntry(question, personId, { dataClass: 'B2S', toWrite: false })
  return isOfSession(question, row)
}

/** "To a lead of a school in post that day", in one's own name; how a child attends is kept by a function alone. */
export function addsOfSchool(question: Question, table: Table, row: Row): boolean {
  if (isToldOfPupil(table) || !isAuthor(question, row)) return false
  if (table === 'school_file') return leadsSenderToday(question, row)
  if (!gives(question)) return false
  return table === 'lead_supervision_action' || isLeadOfSchool(question, row)
}

const isToldOfPupil = (table: Table): boolean => table === 'school_attendance' || table === 'school_enrolment'

/** "What a school sent shows to its leads": those of the school, in post that day. */
function leadsSenderToday(question: Question, { originatorId }: Row): boolean {
  const { holds, worker } = question
  if (!isPractitioner(question)) return false
  if (!holds('the worker is of the school that sent', worker.organisationId === originatorId)) return false
  return isInPost(question, worker.id, ['designated_safeguarding_lead'])
}

/** "Each of them marks what was agreed as done." */
export function settlesOfSchool(question: Question, table: Table, row: Row): boolean {
  return table === 'lead_supervision_action' && isOfSession(question, row)
}

/** The lead supervised, whoever gave it and whoever carries it on: practitioners, since above them there are only numbers. */
function isOfSession(question: Question, row: Row): boolean {
  if (!isPractitioner(question)) return false
  return isTheLead(question, row) || isAuthor(question, row) || carriesOn(question, row)
}

/** "Whoever gave one at that school and is still" of those posts, "so that what was agreed is carried on". */
function carriesOn(question: Question, { originatorId }: Row): boolean {
  const { holds, worker, world } = question
  const hasGiven = world.leadSessions.some(
    one => one.schoolId === originatorId && one.supervisorId === worker.id,
  )
  return holds('the worker gave one at the school', hasGiven) && gives(question)
}

function gives(question: Question): boolean {
  return isPractitioner(question) && isInPost(question, question.worker.id, giving)
}

function isLeadOfSchool(question: Question, { originatorId, workerId }: Row): boolean {
  const { holds, world } = question
  const lead = world.workers.find(one => one.id === workerId)
  if (lead === undefined) return false
  if (!holds('the lead is of the school', lead.organisationId === originatorId)) return false
  if (holds('the lead has left', lead.leftAt !== null && isUpTo(lead.leftAt, world.now))) return false
  return isInPost(question, lead.id, ['designated_safeguarding_lead'])
}

function isInPost(question: Question, workerId: Uuid, roles: readonly World['posts'][number]['role'][]) {
  return question.world.posts.some(post => {
    if (post.workerId !== workerId) return false
    if (!question.holds('the post is of those for schools', roles.includes(post.role))) return false
    return isLive(question, 'post', post)
  })
}

function isTheLead({ holds, worker }: Question, { workerId }: Row): boolean {
  return holds('the worker is the lead supervised', workerId === worker.id)
}
