import type { Uuid } from '#platform/ids'
import { isLive, type Question } from './question.ts'
import { type Need, reaches } from './reaches.ts'
import { gives, reachesPerson } from './reachesPerson.ts'
import type { Strand, World } from './world.ts'

type Post = World['posts'][number]

/** Callings whose posts are covered as a worker's: "social worker, family help, mental health, substance misuse or domestic abuse practitioner". */
const callings: readonly string[] = [
  'social_worker',
  'senior_social_worker',
  'family_help_practitioner',
  'mental_health_practitioner',
  'substance_misuse_practitioner',
  'domestic_abuse_practitioner',
]

/** "Works on a strand of the family, while in post in its team", or stands in for somebody who does. */
export function isGivenByStrand(question: Question, personId: Uuid, need: Need): boolean {
  for (const strand of question.world.strands) {
    if (!worksOn(question, strand) || !isLive(question, 'strand', strand)) continue
    if (question.holds('the strand is with who harms the person', isHarmed(question, strand, personId)))
      continue
    if (isOfItsFamily(question, strand, personId, need)) return true
    if (!question.holds('the strand is with the person', strand.personId === personId)) continue
    if (!question.holds('the strand is with a victim', strand.worksWith === 'victim')) continue
    if (gives(question, reaches.victimsStrand, 'own', need)) return true
  }
  return false
}

/** "Nothing by a strand with one who harms of anybody else of the family who is or was worked with as a victim." */
function isHarmed({ world }: Question, strand: Strand, personId: Uuid): boolean {
  if (strand.worksWith !== 'perpetrator' || strand.personId === personId) return false
  return world.strands.some(
    one => one.familyId === strand.familyId && one.personId === personId && one.worksWith === 'victim',
  )
}

/** "Whoever covers a worker's post, on the days of the cover": "allocations as lead or co-worker" that the worker has in that team. */
export function isGivenByCover(question: Question, personId: Uuid, need: Need): boolean {
  const { holds, world } = question
  for (const [covered] of coveredToday(question)) {
    for (const allocation of world.allocations) {
      const isTheirs = allocation.workerId === covered.workerId && allocation.teamId === covered.teamId
      if (!holds("the allocation is the covered worker's", isTheirs)) continue
      if (!isLive(question, 'allocation', allocation)) continue
      const reach = allocation.role === 'lead_practitioner' ? reaches.leadPractitioner : reaches.socialWorker
      if (allocation.role === 'conference_chair') continue
      if (reachesPerson(question, reach, allocation.personId, personId, need)) return true
    }
  }
  return false
}

/** Whether the worker has this strand and a post of their own in its team today, or covers one of who has. */
function worksOn(question: Question, strand: Strand): boolean {
  if (question.holds("the strand is the worker's", strand.workerId === question.worker.id)) {
    if (isInPost(question, strand)) return true
  }
  for (const [covered] of coveredToday(question)) {
    if (covered.workerId !== strand.workerId || covered.teamId !== strand.teamId) continue
    if (isLive(question, 'post', covered)) return true // what the worker has, and no longer than they have it
  }
  return false
}

function isInPost(question: Question, strand: Strand): boolean {
  for (const post of question.world.posts) {
    if (post.workerId !== question.worker.id) continue
    if (!question.holds("the post is in the strand's team", post.teamId === strand.teamId)) continue
    if (!question.holds('the post is no cover', post.coversId === undefined)) continue
    if (isLive(question, 'post', post)) return true
  }
  return false
}

/** Posts of workers for which this worker stands in today, each with the cover. */
function coveredToday(question: Question): readonly (readonly [Post, Post])[] {
  const { holds, worker, world } = question
  const found: [Post, Post][] = []
  for (const cover of world.posts) {
    if (cover.coversId === undefined || !holds("the post is the worker's", cover.workerId === worker.id))
      continue
    if (!callings.includes(cover.role)) continue // a manager's is a post like any other
    const covered = world.posts.find(one => one.id === cover.coversId)
    if (covered !== undefined && isLive(question, 'post', cover)) found.push([covered, cover])
  }
  return found
}

/** Everyone who is of the family today. */
function isOfItsFamily(question: Question, strand: Strand, personId: Uuid, need: Need): boolean {
  const { holds, world } = question
  for (const member of world.familyMembers) {
    if (member.personId !== personId) continue
    if (!holds('the member is of its family', member.familyId === strand.familyId)) continue
    if (!isLive(question, "the relative's membership", member)) continue
    const standing = holds('the member is a child', member.role === 'child') ? 'own' : 'adult'
    if (gives(question, reaches.strand, standing, need)) return true
  }
  return false
}
