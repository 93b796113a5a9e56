import { sql } from 'kysely'
import { syncClocks } from '#modules/casework'
import { type CopyContent, composeCopy, copyHash } from '#modules/child-protection'
import type { Database, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { asLateStoryteller } from '../chronicle/asStoryteller.ts'
import { at } from '../chronicle/moments.ts'
import { planParts, reportParts, type SharingStory, type ToldPart, type Who } from './sharingStory.ts'

type Loose = Record<string, Record<string, unknown>>
type Row = Readonly<Record<string, unknown>>

const insert = (work: Work, table: string, rows: readonly Row[]) =>
  work
    .db<Loose>()
    .insertInto(table)
    .values([...rows])
    .execute()

const readers: readonly Who[] = ['mother', 'father', 'juno', 'silas', 'carer']
const children: readonly Who[] = ['juno', 'silas', 'pip']
const standings = {
  mother: 'mother',
  father: 'father',
  juno: 'child',
  silas: 'child',
  carer: 'carer',
  pip: 'child',
} as const
const whyHidden = {
  safety: 'It would help him find them',
  third_party: 'They could be known by it',
  not_theirs: 'It is about somebody else',
  age: 'It is written for a child',
} as const

/** The wall, the meeting, the report of which everybody has their copy, and the plan whose copies wait to be sent. */
export async function writeSharing(database: Database, story: SharingStory): Promise<void> {
  const { people } = story
  const worker = { id: story.worker, class: 'practitioner' } as const
  const hidden = [people.mother, people.juno, people.silas, people.pip]
  await database.as(worker, 'demo', work =>
    sql`select access.make_wall(${people.father}::uuid, ${hidden}::uuid[], 'She fled from him. He has followed her before.')`.execute(
      work.db(),
    ),
  )
  await asLateStoryteller(database, async work => {
    const meetingId = await writeMeeting(work, story)
    await writePaperOf(work, story, {
      meetingId,
      kind: 'social_work_report',
      parts: reportParts(story.school),
      isSent: true,
    })
    await writePaperOf(work, story, { meetingId, kind: 'outline_plan', parts: planParts, isSent: false })
  })
  await database.as(worker, 'demo', work =>
    syncClocks(
      work,
      children.map(one => people[one]),
    ),
  )
}

async function writeMeeting(work: Work, story: SharingStory): Promise<Uuid> {
  const { people, teller, plannedAt } = story
  const { dice } = teller
  const id = dice.id()
  const recorded = at(story.writtenOn.subtract({ days: 6 }), '09:30')
  await insert(work, 'meeting', [
    {
      id,
      kind: 'initial',
      person_ids: children.map(one => people[one]),
      reason: 'The section 47 enquiry found that the children are at continuing risk',
      planned_at: plannedAt,
      minutes: 120,
      how: 'in_person',
      place: 'Northmarsh Family Hall, room 3',
      chair_id: story.chair,
      administrator_id: story.administrator,
      papers_until: plannedAt.toZonedDateTimeISO('Europe/London').toPlainDate().add({ days: 30 }),
      created_by: story.worker,
      created_at: recorded,
      recorded_from: recorded,
    },
  ])
  await insert(
    work,
    'meeting_child',
    children.map(one => ({ id: dice.id(), meeting_id: id, person_id: people[one], recorded_from: recorded })),
  )
  await insert(
    work,
    'meeting_invitee',
    readers.map(one => ({
      id: dice.id(),
      meeting_id: id,
      side: 'family',
      person_id: people[one],
      standing: standings[one],
      invited_at: recorded,
      recorded_from: recorded,
    })),
  )
  return id
}

type Wanted = {
  readonly meetingId: Uuid
  readonly kind: 'social_work_report' | 'outline_plan'
  readonly parts: readonly ToldPart[]
  readonly isSent: boolean
}
type Written = Wanted & { readonly paperId: Uuid; readonly ids: readonly Uuid[] }

async function writePaperOf(work: Work, story: SharingStory, wanted: Wanted): Promise<void> {
  const { dice } = story.teller
  const paperId = dice.id()
  const ids = wanted.parts.map(() => dice.id())
  const finished = at(story.writtenOn, '15:10')
  const rows = children.map(one => story.people[one])
  await insert(work, 'paper', [
    {
      id: paperId,
      kind: wanted.kind,
      meeting_id: wanted.meetingId,
      person_ids: rows,
      status: 'finished',
      finished_at: finished,
      finished_by: story.worker,
      made_by: story.worker,
      version: 2,
      recorded_from: finished,
    },
  ])
  await insert(
    work,
    'paper_part',
    wanted.parts.map((part, at) =>
      partRow(story, part, { id: ids[at], paper_id: paperId, place: at + 1, recorded_from: finished }),
    ),
  )
  const decided = wanted.parts.flatMap((part, at) =>
    part.isSafety
      ? []
      : readers.map(one => ({
          id: dice.id(),
          part_id: ids[at],
          recipient_id: story.people[one],
          shows: part.to.includes(one),
          why: part.to.includes(one) ? null : whyHidden[part.ground],
          ground: part.to.includes(one) ? null : part.ground,
          decided_by: story.worker,
          decided_at: finished,
          recorded_from: finished,
        })),
  )
  await insert(work, 'part_showing', decided)
  for (const one of readers) await writeCopy(work, story, { ...wanted, paperId, ids }, one)
}

const partRow = (story: SharingStory, part: ToldPart, row: Row): Row => ({
  ...row,
  heading: part.heading,
  words: part.words,
  person_ids: part.about.map(one => story.people[one]),
  source: part.source,
  is_third_party: part.isThirdParty ?? false,
  data_class: part.isSafety ? 'C3' : 'B3',
  asked_who: part.line?.who ?? null,
  asked_of_id: part.line?.of ? story.people[part.line.of] : null,
  by_when: part.line ? story.teller.today.add({ days: part.line.inDays }) : null,
  easy_read: JSON.stringify(part.pairs ?? []),
})

async function writeCopy(work: Work, story: SharingStory, from: Written, reader: Who): Promise<void> {
  const { people, teller } = story
  const shown = from.parts.filter(({ to }) => to.includes(reader))
  if (shown.length === 0) return
  const { content, partIds } = composed(story, from, reader)
  const id = teller.dice.id()
  const approved = at(story.writtenOn.add({ days: 1 }), '11:00')
  const sent = at(story.sentOn, '14:20')
  const told = shown.flatMap(({ about }) => (about.length === 0 ? children : about))
  await insert(work, 'paper_copy', [
    {
      id,
      paper_id: from.paperId,
      meeting_id: from.meetingId,
      person_ids: (reader === 'juno' || reader === 'silas'
        ? [reader]
        : children.filter(one => told.includes(one))
      ).map(one => people[one]),
      recipient_id: people[reader],
      content: JSON.stringify(content),
      content_hash: copyHash(content),
      part_ids: partIds,
      shared_because:
        reader === 'carer' ? 'She looks after the children, and their mother wants her to know' : null,
      status: from.isSent ? 'released' : 'approved',
      approved_by: reader === 'father' ? [story.worker, story.manager] : [story.worker],
      approved_at: approved,
      in_portal: true,
      ...(from.isSent ? { released_at: sent, released_by: story.administrator } : {}),
      composed_by: story.worker,
      composed_at: at(story.writtenOn, '15:40'),
      version: from.isSent ? 3 : 2,
      recorded_from: from.isSent ? sent : approved,
    },
  ])
  if (from.isSent) await writeWhatBecame(work, story, id, reader)
}

function composed(story: SharingStory, from: Written, reader: Who) {
  const meeting: CopyContent['meeting'] = {
    kind: 'initial',
    at: story.plannedAt.toString(),
    minutes: 120,
    how: 'in_person',
    place: null,
  }
  const parts = from.parts.flatMap((part, at) => {
    const id = from.ids[at]
    const line = part.line && {
      who: part.line.who,
      personId: part.line.of ? story.people[part.line.of] : null,
      byWhen: story.teller.today.add({ days: part.line.inDays }),
    }
    return id === undefined
      ? []
      : [
          {
            id,
            heading: part.heading,
            words: part.words,
            source: part.source,
            isThirdParty: part.isThirdParty ?? false,
            dataClass: part.isSafety ? ('C3' as const) : ('B3' as const),
            line: line ?? null,
            pairs: part.pairs ?? [],
            translation: null,
          },
        ]
  })
  const shown = new Set(
    from.parts.flatMap(({ to }, at) => (to.includes(reader) && from.ids[at] ? [from.ids[at]] : [])),
  )
  return composeCopy({
    kind: from.kind,
    meeting,
    parts,
    shown,
    recipientId: story.people[reader],
    whoToRing: { name: 'Rowan Ashbrigg', role: 'Northmarsh County Council', telephone: null },
    lang: 'en',
    style: reader === 'silas' ? 'easy_read' : 'plain',
  })
}

async function writeWhatBecame(work: Work, story: SharingStory, copyId: Uuid, reader: Who): Promise<void> {
  const { dice } = story.teller
  const sent = at(story.sentOn, '14:20')
  const way = reader === 'father' ? 'portal' : 'by_hand'
  const event = { copy_id: copyId, way, noted_by: story.administrator, noted_at: sent, recorded_from: sent }
  await insert(work, 'copy_event', [{ ...event, id: dice.id(), kind: 'sent', happened_at: sent }])
  if (reader !== 'mother') return
  const said = at(story.sentOn.add({ days: 1 }), '10:30')
  const answer = {
    copy_id: copyId,
    given_at: said,
    given_how: 'in_person',
    noted_by: story.worker,
    recorded_from: said,
  }
  await insert(work, 'copy_event', [
    {
      ...event,
      id: dice.id(),
      kind: 'explained',
      happened_at: said,
      noted_by: story.worker,
      noted_at: said,
      recorded_from: said,
    },
  ])
  await insert(work, 'copy_answer', [
    {
      ...answer,
      id: dice.id(),
      part: 1,
      kind: 'disagrees',
      words: 'It was three times, not two. Nobody wrote down the first one.',
    },
    { ...answer, id: dice.id(), part: 2, kind: 'agrees', words: null },
    {
      ...answer,
      id: dice.id(),
      part: null,
      kind: 'wants_from_meeting',
      words: 'That he is not told which day we come.',
    },
    { ...answer, id: dice.id(), part: null, kind: 'wants_advocate', words: null },
  ])
}
