import type { Uuid } from '#platform/ids'
import { isLive, type Question } from './question.ts'
import { type Need, reaches } from './reaches.ts'
import { reachesPerson } from './reachesPerson.ts'
import type { Contact, World } from './world.ts'

type Post = World['posts'][number]

/** 4.2, front door: whoever is to decide a contact works with the people whom it is matched with, until it is decided. */
export function isGivenByContact(question: Question, personId: Uuid, need: Need): boolean {
  for (const contact of question.world.contacts) {
    if (contact.personIds.length === 0) continue
    if (!question.holds('the contact is undecided', !contact.isDecided)) continue
    if (!decidesContacts(question, contact)) continue
    for (const matched of contact.personIds) {
      if (reachesPerson(question, reaches.contact, matched, personId, need)) return true
    }
  }
  return false
}

/** Managers of the team that is asked see what they are asked about, until somebody has decided. */
export function isGivenByTransfer(question: Question, personId: Uuid, need: Need): boolean {
  for (const transfer of question.world.transfers) {
    if (transfer.personId !== personId) continue // of that child alone
    if (!question.holds('the transfer is undecided', !transfer.isDecided)) continue
    if (!managesTeam(question, transfer.toTeamId)) continue
    if (reachesPerson(question, reaches.transfer, transfer.personId, personId, need)) return true
  }
  return false
}

/** Social workers and managers of the team that received the contact, today: no director, and duty by the rota alone. */
export function decidesContacts(question: Question, contact: Contact): boolean {
  if (!isPractitioner(question)) return false
  const decides = (post: Post) =>
    question.holds('the post is of somebody who decides', decidingRoles.includes(post.role))
  return hasPost(question, contact.teamId, decides)
}

/** Whose post at the front door counts. */
export function isPractitioner({ holds, worker }: Question): boolean {
  return holds('the worker is a practitioner', worker.class === 'practitioner')
}

/** A manager of this team, today. */
export function managesTeam(question: Question, teamId: Uuid | null): boolean {
  const manages = (post: Post) =>
    question.holds('the post is a manager of the team', managingRoles.includes(post.role))
  return teamId !== null && hasPost(question, teamId, manages)
}

/** @returns whether the worker has a post in force in this team that is one of those wanted. */
export function hasPost(question: Question, teamId: Uuid, isWanted: (post: Post) => boolean): boolean {
  const { world, worker, holds } = question
  for (const post of world.posts) {
    if (!holds("the post is the worker's", post.workerId === worker.id)) continue
    if (!holds('the post is of the team', post.teamId === teamId)) continue
    if (isWanted(post) && isLive(question, 'post', post)) return true
  }
  return false
}

const managingRoles: readonly string[] = ['team_manager', 'duty_manager']
const decidingRoles: readonly string[] = ['social_worker', 'senior_social_worker', ...managingRoles]
