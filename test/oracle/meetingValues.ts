import { londonDate } from '#platform/time'
import type { KnownRow } from './knownRow.ts'
import type { Values } from './values.ts'
import type { Invitation, Meeting, World } from './world.ts'

type Several = Readonly<Record<string, Values>>

/** @returns the columns of a meeting, of what hangs from it, of papers and copies, and of the portal; nothing for other tables. */
export function meetingValues(world: World, row: KnownRow, word: string, again: boolean): Values | undefined {
  const author = row.authorId ?? world.workers[0]?.id
  return {
    ...saidIn(world, row, word),
    ...papersOf(world, row, word, again),
    ...copiesOf(world, row, word, again),
    family_account: {
      account_of: row.aboutId,
      person_ids: row.personIds,
      decided_because: word,
      opened_by: author,
    },
    portal_alarm: { account_id: row.paperId, person_ids: row.personIds, words: word },
    family_word: { person_id: row.personIds[0], words: word },
  }[row.table]
}

/** @param again another one beside it, planned by nobody in particular: who may chair is tried elsewhere */
export function meetingFactValues(fact: Meeting | Invitation, word: string, again: boolean): Values {
  if ('meetingId' in fact) return invitationValues(fact, again)
  return {
    kind: fact.kind,
    person_ids: fact.personIds,
    reason: word,
    planned_at: plannedAt(fact),
    papers_until: fact.papersUntil,
    chair_id: again ? null : fact.chairId,
    administrator_id: again ? null : fact.administratorId,
    ...(fact.isCancelled && !again
      ? { status: 'cancelled', started_at: null }
      : { status: again ? 'planned' : 'in_session', started_at: again ? null : startedAt(fact) }),
    stopped_because: fact.isCancelled && !again ? word : null,
  }
}

/** Since the day before the papers close at the latest: nothing is decided before the meeting sits. */
function startedAt(fact: Meeting): Temporal.Instant {
  return plannedAt(fact)
}

/** Before the papers close, on a working day: a first conference is on no other. */
function plannedAt({ papersUntil }: Meeting): Temporal.Instant {
  const day = papersUntil.subtract({ days: 1 })
  const beyond = Math.max(0, day.dayOfWeek - 5)
  return day.subtract({ days: beyond }).toZonedDateTime('Europe/London').toInstant()
}

function invitationValues(
  { meetingId, workerId, personId, isWithdrawn }: Invitation,
  again: boolean,
): Values {
  const isOver = isWithdrawn && !again
  return {
    meeting_id: meetingId,
    ...(personId === null
      ? { side: 'professional', agency: 'health', worker_id: workerId, person_id: null, standing: null }
      : { side: 'family', agency: null, worker_id: null, person_id: personId, standing: 'relative' }),
    withdrawn_at: isOver ? '2026-01-02T10:00:00Z' : null,
    withdrawn_because: isOver ? 'Not needed' : null,
  }
}

function saidIn(world: World, row: KnownRow, word: string): Several {
  const of = { meeting_id: row.meetingId }
  const said = { ...of, said: word, made_by: row.authorId }
  return {
    meeting_contribution: {
      ...said,
      invitee_id: row.inviteeId,
      kind: 'information',
      data_class: row.dataClass ?? 'B3',
      originator_id: row.originatorId ?? null,
      readers: row.allowedIds ?? [],
    },
    meeting_child: { ...of, person_id: row.childId },
    meeting_view: {
      ...of,
      invitee_id: row.inviteeId,
      person_id: row.childId,
      view: 'no_view',
      reasons: word,
    },
    chair_note: said,
    conference_line: {
      ...of,
      person_id: row.childId,
      outcome: word,
      baseline: word,
      what_will_change: word,
    },
    conference_correction: {
      ...said,
      invitee_id: row.inviteeId,
      said_on: londonDate(world.now),
      is_late: false,
    },
  }
}

function papersOf(_world: World, row: KnownRow, word: string, again: boolean): Several {
  const finished =
    row.isClosed && !again ? { finished_at: '2026-01-02T10:00:00Z', finished_by: row.authorId } : {}
  const part = { part_id: row.partId }
  return {
    paper: {
      kind: row.isOfAgency ? 'agency_report' : 'social_work_report',
      meeting_id: row.meetingId,
      invitee_id: row.inviteeId ?? null,
      person_ids: row.personIds,
      status: row.isClosed ? 'finished' : 'draft',
      made_by: row.authorId,
      ...finished,
    },
    paper_part: {
      paper_id: row.paperId,
      place: (row.dataClass === 'C3' ? 2 : 1) + (again ? 2 : 0),
      heading: 'Invented',
      words: word,
      person_ids: row.namedIds ?? [],
      data_class: row.dataClass ?? 'B3',
    },
    part_showing: {
      ...part,
      recipient_id: row.recipientId,
      shows: true,
      why: word,
      decided_by: row.authorId,
    },
    part_translation: {
      ...part,
      lang: again ? 'pl' : 'ur',
      heading: 'Invented',
      words: word,
      translator: 'Invented',
      of_version: 1,
    },
  }
}

function copiesOf(world: World, row: KnownRow, word: string, again: boolean): Several {
  const approver = world.workers[0]?.id
  const at = world.now.subtract({ hours: 3 })
  const none = { approved_by: [], approved_at: null, released_at: null, released_by: null }
  const composed = again ? none : { ...none, approved_by: row.approverIds ?? [] }
  const approved = { ...none, approved_by: [approver], approved_at: at }
  const stages = {
    composed,
    approved,
    released: { ...approved, released_at: at, released_by: approver },
  }
  const status = again ? 'composed' : (row.stage ?? 'composed')
  const noted = again ? {} : { noted_by: row.isByRecipient ? row.workerId : approver }
  const copy = { copy_id: row.copyId, by_recipient: row.isByRecipient ?? false, ...noted }
  return {
    paper_copy: {
      paper_id: row.paperId,
      meeting_id: row.meetingId,
      person_ids: row.personIds,
      recipient_id: row.recipientId ?? null,
      invitee_id: row.inviteeId ?? null,
      content: { words: word },
      content_hash: `\\x${'cd'.repeat(32)}`,
      part_ids: [],
      findings: row.hasFindings && !again ? [{ kind: 'address' }] : [],
      shared_because: word,
      status,
      ...stages[status],
    },
    copy_event: { ...copy, kind: 'sent', way: 'post', happened_at: at, remark: word },
    copy_answer: { ...copy, kind: 'comment', words: word, given_at: londonDate(world.now).toString() },
  }
}
