import { mayLeadAsSocialWorker, posts } from '#modules/agencies'
import {
  answerTransfer,
  askForTransfer,
  handoverWords,
  lockChildren,
  transferById,
  transfersOfMove,
} from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { childrenMoving, type Moving, movable } from '../queries/childrenMoving.ts'
import type { Split } from '../queries/readSplits.ts'

/** What became of the transfers of a split: numbers of children, or why nothing was done. */
export type Moved =
  | { readonly outcome: 'done'; readonly asked: number; readonly moved: number }
  /** These are no longer where the page showed them. */
  | { readonly outcome: 'changed'; readonly personIds: readonly Uuid[] }
  | { readonly outcome: 'no_manager' }

/**
 * Asks for the transfer of children to the new team, brothers and sisters of one worker together, each through the transfer of the record:
 * who held them stays readable. Whoever manages the new team too may take them on at once, with their own worker where that worker is a
 * social worker there already; the others wait to be given out. All of it or nothing.
 */
export async function moveChildren(
  work: Work,
  split: Split,
  personIds: readonly Uuid[],
  takesOn: boolean,
): Promise<Moved> {
  const { intoTeamId } = split
  if (intoTeamId === null) return { outcome: 'changed', personIds }
  await lockChildren(work, personIds.toSorted())
  const ready = new Map(movable(await childrenMoving(work, split)).map(one => [one.personId, one]))
  const gone = personIds.filter(id => !ready.has(id))
  if (gone.length > 0) return { outcome: 'changed', personIds: gone }
  const there = takesOn ? await socialWorkersOf(work, intoTeamId) : new Set<Uuid>()
  let [asked, moved] = [0, 0]
  for (const group of together(personIds.flatMap(id => ready.get(id) ?? []))) {
    const transferId = await ask(work, split, intoTeamId, group)
    if (transferId === null) return { outcome: 'no_manager' } // the first of them tells: nothing has been asked yet
    const [{ workerId, role }] = group
    const isTaken = role === 'lead_social_worker' && there.has(workerId)
    if (isTaken) await takeOn(work, transferId, workerId)
    if (isTaken) moved += group.length
    else asked += group.length
  }
  return { outcome: 'done', asked, moved }
}

type Group = readonly [Moving, ...Moving[]]

/** Brothers and sisters whom one worker leads. */
function together(children: readonly Moving[]): readonly Group[] {
  const groups = new Map<string, [Moving, ...Moving[]]>()
  for (const child of children) {
    const key = `${child.workerId} ${child.role} ${child.familyId}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [child])
    else group.push(child)
  }
  return [...groups.values()]
}

/** @returns null when the new team has nobody who could answer */
async function ask(work: Work, split: Split, teamId: Uuid, group: Group): Promise<Uuid | null> {
  const personIds = group.map(({ personId }) => personId)
  const isToCome = Temporal.PlainDate.compare(split.plannedOn, work.today) > 0
  const asked = await askForTransfer(work, {
    personIds,
    to: { kind: 'team', teamId },
    handover: await handover(work, personIds),
    movesOn: isToCome ? split.plannedOn : work.today,
  })
  if (asked.outcome === 'asked') return asked.transferId
  if (asked.refusal === 'no_manager') return null
  throw new Error(`A transfer of a split was refused (${asked.refusal}): all of it is undone`)
}

/** What the record already says of each, under their name. */
async function handover(work: Work, personIds: readonly Uuid[]): Promise<string> {
  const names = new Map((await personSummaries(work, personIds)).map(one => [one.id, one.displayName]))
  const parts: string[] = ['The team is split, and the worker goes with the family.']
  for (const id of personIds) parts.push(names.get(id) ?? '', await handoverWords(work, id))
  return parts.join('\n\n')
}

async function takeOn(work: Work, transferId: Uuid, workerId: Uuid): Promise<void> {
  const transfer = await transferById(work, transferId)
  const moves = transfer === null ? [] : await transfersOfMove(work, transfer.movesId)
  if (!(await answerTransfer(work, moves, { accepts: true, workerId, reason: null })))
    throw new Error('A transfer of a split could not be taken on: all of it is undone')
}

async function socialWorkersOf(work: Work, teamId: Uuid): Promise<ReadonlySet<Uuid>> {
  const held = await posts(work, { teamIds: [teamId] })
  return new Set(held.filter(mayLeadAsSocialWorker).map(({ workerId }) => workerId))
}

/** Whether the acting person answers for the new team, so that they may take children on without asking themselves. */
export async function managesInto(work: Work, { intoTeamId }: Split): Promise<boolean> {
  if (intoTeamId === null) return false
  const held = await posts(work, { workerIds: [work.actor.id] })
  return held.some(
    ({ teamId, role }) => teamId === intoTeamId && (role === 'team_manager' || role === 'duty_manager'),
  )
}
