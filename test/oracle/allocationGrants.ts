import type { Uuid } from '#platform/ids'
import { isLive, type Question } from './question.ts'
import { type Need, type Reach, reaches } from './reaches.ts'
import { reachesPerson } from './reachesPerson.ts'
import type { World } from './world.ts'

type Allocation = World['allocations'][number]
type Post = World['posts'][number]

/** AC1, the live relationship: an allocation that this worker holds, or that a team or area of theirs holds, today. */
export function isGivenByAllocation(question: Question, personId: Uuid, need: Need): boolean {
  for (const allocation of question.world.allocations) {
    if (isHeldByWorker(question, allocation, personId, need)) return true
    if (isHeldByTeam(question, allocation, personId, need)) return true
  }
  return false
}

/** 4.2: "Y = within assigned cases". The role in the allocation decides, not the worker's post. */
function isHeldByWorker(question: Question, allocation: Allocation, personId: Uuid, need: Need): boolean {
  if (!question.holds('the allocation names the worker', allocation.workerId === question.worker.id))
    return false
  const reach = reachOfHolder(allocation.role)
  if (reach === null) return false
  if (!isLive(question, 'allocation', allocation)) return false
  return reachesPerson(question, reach, allocation.personId, personId, need)
}

function reachOfHolder(role: Allocation['role']): Reach | null {
  if (role === 'lead_social_worker' || role === 'co_worker') return reaches.socialWorker
  if (role === 'conference_chair') return reaches.chair
  if (role === 'lead_practitioner') return reaches.leadPractitioner
  return null // a queue waits for a worker: it is the team's
}

/** 4.2: team manager, business support, service leader, and those who take children from a queue. */
function isHeldByTeam(question: Question, allocation: Allocation, personId: Uuid, need: Need): boolean {
  for (const post of question.world.posts) {
    if (!question.holds("the post is the worker's", post.workerId === question.worker.id)) continue
    const reach = reachOfPost(question, post, allocation)
    if (reach === null) continue
    if (!isLive(question, 'post', post)) continue
    if (!isLive(question, 'allocation', allocation)) continue
    if (reachesPerson(question, reach, allocation.personId, personId, need)) return true
  }
  return false
}

/** What a post gives over the children of an allocation's team, or null when the post has nothing to do with it. */
function reachOfPost(question: Question, post: Post, allocation: Allocation): Reach | null {
  const { holds } = question
  if (post.role === 'service_leader') {
    return holds("the team belongs to the leader's area", isInArea(question.world, post, allocation))
      ? reaches.serviceLeader
      : null
  }
  if (!holds("the allocation is the post's team's", post.teamId === allocation.teamId)) return null
  if (holds('the post is a manager of the team', isManager(post))) return reaches.manager
  if (holds('the post is business support', post.role === 'business_support')) return reaches.businessSupport
  if (!holds('the post is a social worker', isSocialWorker(post))) return null
  if (!holds('the allocation is a queue', allocation.role === 'queue')) return null
  return holds('the team takes new work', takesNewWork(question.world, allocation)) ? reaches.queue : null
}

function isManager(post: Post): boolean {
  return post.role === 'team_manager' || post.role === 'duty_manager'
}

function isSocialWorker(post: Post): boolean {
  return post.role === 'social_worker' || post.role === 'senior_social_worker'
}

function isInArea(world: World, leader: Post, allocation: Allocation): boolean {
  for (const team of world.teams) {
    if (team.id === allocation.teamId) return leader.areaId !== null && team.areaId === leader.areaId
  }
  return false
}

function takesNewWork(world: World, allocation: Allocation): boolean {
  for (const team of world.teams) {
    if (team.id === allocation.teamId) return team.kind === 'duty' || team.kind === 'front_door'
  }
  return false
}
