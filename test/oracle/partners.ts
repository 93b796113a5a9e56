import { hasPost, isPractitioner, managesTeam } from './frontDoorGrants.ts'
import { hasEntry, seesPeopleByTie } from './hasEntry.ts'
import { isOnShift } from './identity.ts'
import { isAuthor } from './notes.ts'
import { isUpTo } from './order.ts'
import { isLive, type Question } from './question.ts'
import { isBarredBySomeList } from './restriction.ts'
import type { Table } from './tables.ts'
import type { PartnerNotice, PartnerReader } from './toldFromOutside.ts'
import type { Row, World } from './world.ts'

const deciding = ['social_worker', 'senior_social_worker', 'team_manager', 'duty_manager']

/** AC9, "partner data stays theirs"; C4, "originator control"; C3, "named list". */
export function readsOfPartner(question: Question, table: Table, row: Row): boolean {
  if (!seesPeopleByTie(question)) return false
  const notice = noticeOf(question, row)
  if (table === 'partner_notice_question') return isOfTeamAsked(question, notice)
  // "Never whom it reached": whoever is told sees that they are, and no other reader.
  if (table === 'partner_notice_reader') return isToldBy(question, notice, readerOf(row))
  if (table === 'partner_notice_match')
    return isOfRecord(question, notice) && isInRecord(question, row.personIds[0])
  return isSender(question, notice) || isToldOrHasRecord(question, notice)
}

/** How far it goes is its sender's, that it was read said by whoever is told; a question is answered in the team that was asked. */
export function settlesOfPartner(question: Question, table: Table, row: Row): boolean {
  if (!seesPeopleByTie(question)) return false
  const notice = noticeOf(question, row)
  if (table === 'partner_notice_question') return isOfTeamAsked(question, notice)
  if (table === 'partner_notice') return isSender(question, notice)
  return table === 'partner_notice_reader' && isToldBy(question, notice, readerOf(row))
}

/** "Whoever a manager of that front door names, one by one", in the manager's own name. Whom it is about is answered through a function alone. */
export function addsOfPartner(question: Question, table: Table, row: Row): boolean {
  if (table !== 'partner_notice_reader' || row.readerKind !== 'named') return false
  if (!isPractitioner(question) || !isAuthor(question, row)) return false
  const { kind, readers } = noticeOf(question, row)
  if (kind !== 'marac') return false
  return readers.some(one => one.kind === 'front_door' && managesTeam(question, one.teamId))
}

function isToldOrHasRecord(question: Question, notice: PartnerNotice): boolean {
  if (notice.readers.some(reader => isToldBy(question, notice, reader))) return true
  return isOfRecord(question, notice) && isInRecord(question, notice.personId)
}

/**
 * Operation Encompass by the record, a notification once "its sender lets it go further", a referral to MARAC "by no record", and a
 * school's concern as the contact that it became.
 */
function isOfRecord({ holds }: Question, { kind, isShared }: PartnerNotice): boolean {
  if (kind === 'police_notification') return holds('its sender lets it go further', isShared)
  return holds('the notice stands with the record', kind === 'encompass')
}

function isInRecord(question: Question, personId: PartnerNotice['personId'] | undefined): boolean {
  return personId != null && hasEntry(question, personId, { dataClass: 'B2', toWrite: false })
}

function isToldBy(question: Question, notice: PartnerNotice, reader: PartnerReader): boolean {
  if (reader.kind === 'front_door') return isAtFrontDoor(question, reader)
  if (notice.personId !== null && isBarredBySomeList(question, notice.personId)) return false
  if (!isPractitioner(question)) return false
  if (reader.kind === 'named')
    return question.holds('the notice names the worker', reader.workerId === question.worker.id)
  if (reader.kind === 'home_education') return isOfTeam(question, reader.teamId)
  return isLeadOf(question, reader) && isOnItsRoll(question, notice, reader)
}

/** "Its social workers, senior social workers, managers and duty managers; out of hours whoever is on the rota." */
function isAtFrontDoor(question: Question, { teamId }: PartnerReader): boolean {
  const { holds, worker } = question
  if (holds('the worker is of class duty', worker.class === 'duty')) return isOnShift(question)
  return isPractitioner(question) && isOfTeam(question, teamId)
}

/** Its social workers and managers, who are the officers of the education team too. */
function isOfTeam(question: Question, teamId: PartnerReader['teamId']): boolean {
  if (teamId === null) return false
  return hasPost(question, teamId, post => question.holds('the post is told', deciding.includes(post.role)))
}

/** "Whoever holds a post of designated safeguarding lead today and is of that school." */
function isLeadOf(question: Question, { organisationId }: PartnerReader): boolean {
  const { holds, worker, world } = question
  if (!holds('the worker is of the school', worker.organisationId === organisationId)) return false
  return world.posts.some(post => {
    if (!holds("the post is the worker's", post.workerId === worker.id)) return false
    const leads = post.role === 'designated_safeguarding_lead'
    return holds('the post is of a safeguarding lead', leads) && isLive(question, 'post', post)
  })
}

/**
 * "The roll is who works with the child from a school (involvements); where the record knows none today, the school that the police name
 * reads, unless the child has left it" (4.2, "loses access when child leaves roll").
 */
function isOnItsRoll(question: Question, { personId }: PartnerNotice, reader: PartnerReader): boolean {
  const { holds, today, world } = question
  const known = world.involvements.filter(one => one.personId === personId)
  const schoolsOf = (some: World['involvements']) =>
    some.map(one => schoolOf(world, one.workerId)).filter(school => school !== null)
  const roll = schoolsOf(known.filter(one => isLive(question, 'involvement', one)))
  if (roll.length === 0) {
    const ever = schoolsOf(known.filter(one => isUpTo(one.startedOn, today)))
    return !holds(
      'the child has left the school',
      ever.some(one => one === reader.organisationId),
    )
  }
  return holds(
    'the child is on the roll of the school',
    roll.some(one => one === reader.organisationId),
  )
}

function schoolOf({ organisations, workers }: World, workerId: World['workers'][number]['id']) {
  const employer = workers.find(one => one.id === workerId)?.organisationId ?? null
  return organisations.some(one => one.id === employer && one.kind === 'school') ? employer : null
}

/** "Whoever is of class practitioner and of an organisation of police or schools, for that organisation alone. They see what they sent." */
function isSender(question: Question, { organisationId, sentBy }: PartnerNotice): boolean {
  if (!isPractitioner(question)) return false
  if (!question.holds('the worker sent it', question.worker.id === sentBy)) return false
  return question.holds('the worker is of its sender', question.worker.organisationId === organisationId)
}

/** "By the social workers and managers of the team that was asked." */
function isOfTeamAsked(question: Question, { teamAsked }: PartnerNotice): boolean {
  return isPractitioner(question) && isOfTeam(question, teamAsked)
}

function readerOf({ readerKind, originatorId, teamId, workerId }: Row): PartnerReader {
  if (readerKind === undefined) throw new Error('A reader without a kind: say how they are told.')
  return {
    ...{ kind: readerKind, organisationId: originatorId ?? null },
    ...{ teamId: teamId ?? null, workerId: workerId ?? null },
  }
}

function noticeOf({ world }: Question, row: Row): PartnerNotice {
  for (const notice of world.partnerNotices) if (notice.id === row.noticeId) return notice
  throw new Error(`No notice ${row.noticeId} in this world: ask about one of world.partnerNotices.`)
}
