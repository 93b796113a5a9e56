import type { Uuid } from '#platform/ids'
import type { KnownRow } from './knownRow.ts'
import type { MeetingSketch } from './meetingSketch.ts'
import { personAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import type { Meeting, World } from './world.ts'

/** @returns a paper of this meeting in parts, to whom they are shown, and copies for the family and for somebody invited. */
export function sharingRows(
  sketch: Sketch,
  world: World,
  meeting: Meeting,
  { one, at, next }: { readonly one: MeetingSketch; readonly at: number; readonly next: () => Uuid },
): readonly KnownRow[] {
  const asked = meeting.invitations.find(({ workerId }) => workerId !== null)
  const isOfAgency = at % 2 === 0 && asked !== undefined
  const paperId = next()
  const paper = {
    paperId,
    meetingId: meeting.id,
    personIds: meeting.personIds,
    authorId: (isOfAgency ? asked?.workerId : null) ?? workerAt(sketch, one.author),
    isOfAgency,
    isClosed: at % 4 >= 2,
    ...(isOfAgency ? { inviteeId: asked.id } : {}),
  }
  const recipientId = personAt(sketch, one.recipient)
  const namedIds = one.named === null ? [] : [personAt(sketch, one.named)]
  const part = { ...paper, table: 'paper_part', id: next(), namedIds }
  const under = { ...paper, partId: part.id, namedIds }
  return [
    { ...paper, table: 'paper', id: paperId },
    part,
    { ...part, id: next(), dataClass: 'C3' },
    {
      ...under,
      table: 'part_showing',
      id: next(),
      authorId: workerAt(sketch, one.author),
      writerId: paper.authorId,
      recipientId,
      aboutId: recipientId,
    },
    { ...under, table: 'part_translation', id: next() },
    ...copyRows(paper, asked, recipientsOf(sketch, one, at), {
      next,
      given: stages[at % 2] ?? 'released',
      composed: {
        isClosed: paper.isClosed,
        hasFindings: one.recipient % 3 === 0,
        approverIds: one.author % 2 === 0 ? [] : [approverOf(world, meeting) ?? paper.authorId],
      },
    }),
  ]
}

/** Three of the family; of every second meeting the last is one whom a wall keeps out, if there is one. */
function recipientsOf(sketch: Sketch, one: MeetingSketch, at: number): readonly Uuid[] {
  const [first, second, third] = [0, 1, 2].map(more => personAt(sketch, one.recipient + more))
  const [wall] = sketch.walls
  const last = wall === undefined || at % 2 === 0 ? third : personAt(sketch, wall.from)
  return [first, second, last].filter(
    (id, place, all) => id !== undefined && all.indexOf(id) === place,
  ) as Uuid[]
}

/** Somebody who holds one of the children, or did. */
function approverOf(world: World, { personIds }: Meeting): Uuid | null | undefined {
  return world.allocations.find(one => one.workerId !== null && personIds.includes(one.personId))?.workerId
}

type CopySketch = {
  readonly next: () => Uuid
  /** How far the copy of the professional has come. */
  readonly given: Stage
  /** What there is to know of one that waits to be approved. */
  readonly composed: Pick<KnownRow, 'isClosed' | 'hasFindings' | 'approverIds'>
}

function copyRows(
  { paperId, meetingId, personIds }: Pick<KnownRow, 'paperId' | 'meetingId' | 'personIds'>,
  asked: Meeting['invitations'][number] | undefined,
  recipients: readonly Uuid[],
  { next, given: stageOfProfessional, composed }: CopySketch,
): readonly KnownRow[] {
  const copy = (of: Partial<KnownRow>) => ({
    table: 'paper_copy',
    id: next(),
    ...(paperId === undefined ? {} : { paperId }),
    ...(meetingId === undefined ? {} : { meetingId }),
    personIds,
    ...of,
  })
  const beneath = (one: KnownRow) =>
    ['copy_event', 'copy_answer'].map(table => ({
      ...one,
      table,
      id: next(),
      copyId: one.id,
      isByRecipient: one.inviteeId !== undefined,
    }))
  const [given, ...others] = recipients.map((recipientId, place) =>
    copy({
      recipientId,
      aboutId: recipientId,
      stage: stages[place] ?? 'composed',
      ...(stages[place] === 'composed' ? composed : {}),
    }),
  )
  const professional =
    asked === undefined
      ? []
      : [copy({ inviteeId: asked.id, workerId: asked.workerId, stage: stageOfProfessional })]
  const made = [...(given === undefined ? [] : [given]), ...professional]
  const released = made.filter(({ stage }) => stage === 'released')
  return [...made, ...others, ...released.flatMap(beneath)]
}

/** How far the copies for the family have come, each of somebody's own: one live copy a person. */
const stages = ['released', 'approved', 'composed'] as const
type Stage = (typeof stages)[number]
