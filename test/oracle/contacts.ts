import type { Uuid } from '#platform/ids'
import { decidesContacts, hasPost, isPractitioner } from './frontDoorGrants.ts'
import { hasEntry, seesPeopleByTie, writesAboutPeople } from './hasEntry.ts'
import { isOnShift } from './identity.ts'
import { isAuthor, isHiddenByRestriction } from './notes.ts'
import { isLive, type Question } from './question.ts'
import type { Table } from './tables.ts'
import type { Contact, Row } from './world.ts'

/** 4.2, front door: a contact and what hangs from it. Partners and whoever referred do not read what others say, nor the decision. */
export function readsContact(question: Question, table: Table, row: Row): boolean {
  const contact = contactOf(question, row)
  if (!seesPeopleByTie(question) || isHiddenByRestriction(question, contact)) return false
  // AC2: one's own words outlast the decision and the post.
  if (table === 'contact_contribution' && isAuthor(question, row)) return true
  if (handlesContact(question, contact) || hasRecord(question, contact)) return true
  if (table === 'contact_contribution' || table === 'contact_decision') return false
  if (!writesAboutPeople(question)) return false // a director reads with the record, whatever else they are
  return isReferrer(question, contact) || isPartner(question, contact)
}

/** Whoever takes a call may enter a contact; the rest is for those who work at it. */
export function addsToContact(question: Question, table: Table, row: Row): boolean {
  const contact = contactOf(question, row)
  if (!writesAboutPeople(question)) return false
  if (table === 'contact')
    return isAuthor(question, row) && isUndecided(question, contact) && isNobodys(question, row)
  if (isHiddenByRestriction(question, contact)) return false
  if (table === 'contact_person') {
    const takesPart = isReferrer(question, contact) || isStaffOrDuty(question, contact)
    return takesPart && isUndecided(question, contact) && isNobodys(question, row)
  }
  if (!isAuthor(question, row)) return false
  if (table === 'contact_feedback') return isStaffOrDuty(question, contact)
  if (!isUndecided(question, contact)) return false
  if (table === 'contact_decision') return isDecider(question, contact)
  return isStaffOrDuty(question, contact) || isPartner(question, contact)
}

/** Only what is not decided yet, and by those who decide; what was contributed, decided or told stands. */
export function changesContact(question: Question, table: Table, row: Row): boolean {
  if (table !== 'contact' && table !== 'contact_person') return false
  const contact = contactOf(question, row)
  if (!writesAboutPeople(question) || isHiddenByRestriction(question, contact)) return false
  return isUndecided(question, contact) && isDecider(question, contact)
}

function contactOf({ world }: Question, row: Row): Contact {
  for (const contact of world.contacts) if (contact.id === row.contactId) return contact
  throw new Error(`No contact ${row.contactId} in this world: ask about one of world.contacts.`)
}

/** Staff of the team, the leader of its area, duty on the rota: all that the front door knows. */
function handlesContact(question: Question, contact: Contact): boolean {
  return isStaffOrDuty(question, contact) || isLeader(question, contact)
}

function isStaffOrDuty(question: Question, contact: Contact): boolean {
  if (isDecider(question, contact)) return true
  if (!isPractitioner(question)) return false
  return hasPost(question, contact.teamId, post =>
    question.holds('the post is business support', post.role === 'business_support'),
  )
}

/** Out-of-hours duty decides by the rota alone, everybody else by a post. */
function isDecider(question: Question, contact: Contact): boolean {
  const { holds, worker } = question
  if (holds('the worker is of class duty', worker.class === 'duty')) return isOnShift(question)
  return decidesContacts(question, contact)
}

function isLeader(question: Question, contact: Contact): boolean {
  if (!isPractitioner(question)) return false
  const { holds, world, worker } = question
  const areaId = world.teams.find(team => team.id === contact.teamId)?.areaId ?? null
  for (const post of world.posts) {
    if (!holds("the post is the worker's", post.workerId === worker.id)) continue
    if (post.role !== 'service_leader') continue
    if (!holds("the team belongs to the leader's area", areaId !== null && post.areaId === areaId)) continue
    if (isLive(question, 'post', post)) return true
  }
  return false
}

/** 4.2, MASH partner: "ends with the decision". */
function isPartner(question: Question, contact: Contact): boolean {
  if (!isPractitioner(question)) return false
  if (!isUndecided(question, contact)) return false
  return hasPost(question, contact.teamId, post =>
    question.holds('the post is of a partner', post.role === 'mash_partner'),
  )
}

/** A contact is part of the record of whom it is matched with. */
function hasRecord(question: Question, contact: Contact): boolean {
  const has = (personId: Uuid) => hasEntry(question, personId, { dataClass: 'B2', toWrite: false })
  for (const personId of contact.personIds) if (has(personId)) return true
  return false
}

function isReferrer(question: Question, contact: Contact): boolean {
  return question.holds('the worker wrote the contact', contact.createdBy === question.worker.id)
}

function isUndecided(question: Question, contact: Contact): boolean {
  return question.holds('the contact is undecided', !contact.isDecided)
}

/** Whether it names nobody of the record: matching is a step of its own. */
function isNobodys(question: Question, row: Row): boolean {
  return question.holds('nobody is matched', row.isMatched !== true)
}
