import { londonDate } from '#platform/time'
import type { KnownRow } from './knownRow.ts'
import type { Values } from './values.ts'
import type { World } from './world.ts'

/** @returns the columns of a paper about several people, of its parts and of what hangs from a contact; nothing for other tables. */
export function paperValues(world: World, row: KnownRow, word: string, again: boolean): Values | undefined {
  const on = londonDate(world.now).subtract({ days: 1 })
  return {
    ...paperOf(world, row, word, { on, again }),
    ...partOf(row, word, on, again ? 2 : 1),
    ...contactOf(world, row, word, on),
  }[row.table]
}

type Several = Readonly<Record<string, Values>>

function paperOf(
  { now, teams }: World,
  row: KnownRow,
  word: string,
  { on, again }: { readonly on: Temporal.PlainDate; readonly again: boolean },
): Several {
  const of = { person_ids: row.personIds }
  const decided = row.isClosed
    ? { outcome: 'withdrawn', decided_by: row.authorId, decided_at: now.subtract({ hours: 2 }) }
    : {}
  return {
    approval: {
      ...of,
      kind: row.isOfPlan ? 'cin_plan_closure' : 'assessment',
      subject_id: row.id,
      team_id: teams[0]?.id,
      submitted_by: row.authorId,
      submitted_at: now.subtract({ hours: 5 }),
      ...decided,
    },
    joint_assessment: { ...of, purpose: word, status: row.isClosed ? 'authorised' : 'open' },
    document: {
      ...of,
      ...keptBy(row, again),
      kind: row.meetingId === undefined ? 'letter' : 'report',
      title: word,
      direction: 'in',
      media_type: 'application/pdf',
      file_name: 'invented.pdf',
      size_bytes: 10,
      sha256: hash,
      original_sha256: hash,
      stored_key: word,
    },
    letter: {
      ...of,
      template: 'invented',
      recipient_person_id: row.personIds[0],
      recipient_relation: 'parent',
      body: {},
    },
    court_chronology: { ...of, from_on: on.subtract({ days: 30 }), until_on: on, made_on: on },
  }
}

/** Who brought it, and to which meeting; or who kept it, which of one that is added the record itself says. */
function keptBy({ authorId, meetingId }: KnownRow, again: boolean): Values {
  if (meetingId !== undefined) return { made_by: authorId, brought_to: meetingId }
  return again ? {} : { made_by: authorId }
}

/** Any SHA-256, as PostgreSQL reads bytes. */
const hash = `\\x${'ab'.repeat(32)}`

function partOf(row: KnownRow, word: string, on: Temporal.PlainDate, place: number): Several {
  const joint = { joint_id: row.paperId }
  return {
    document_part: { document_id: row.paperId, place, label: word, source_kind: 'social_care' },
    document_person: { document_id: row.paperId, person_id: row.personIds[0] },
    letter_person: { letter_id: row.paperId, person_id: row.personIds[0] },
    court_chronology_person: { chronology_id: row.paperId, person_id: row.personIds[0] },
    court_chronology_line: {
      chronology_id: row.paperId,
      person_ids: row.personIds,
      happened_on: on,
      event: word,
      source: 'Invented',
    },
    assessment_view: { ...joint, adult_id: row.aboutId, words: word },
    assessment_share: { ...joint, recipient_id: row.aboutId, shared_on: on, how: 'post' },
    assessment_source: {
      ...joint,
      part: 'parenting',
      origin: `summary-${place}`,
      heading: word,
      person_ids: [row.aboutId],
      fingerprint: 'invented',
      taken_on: on,
      taken_by: row.authorId,
    },
    assessment_checkpoint: {
      ...joint,
      at_day: 10 * place,
      held_on: on,
      decision: 'continue',
      remark: word,
      held_by: row.authorId,
    },
  }
}

function contactOf({ now }: World, row: KnownRow, word: string, on: Temporal.PlainDate): Several {
  const of = { contact_id: row.contactId }
  const at = now.subtract({ minutes: 30 })
  return {
    contact_person: {
      ...of,
      role: 'child',
      given: 'Childe',
      family: word,
      person_id: row.matchedId ?? null,
      matched_at: row.matchedId === undefined ? null : at,
      ...(row.isRemoved ? { removed_at: at, removed_reason: word } : {}),
    },
    contact_contribution: { ...of, author_id: row.authorId, body: word },
    contact_decision: { ...of, outcome: 'advice', reasons: word, decided_by: row.authorId },
    contact_feedback: { ...of, body: word, channel: 'letter', sent_on: on, sent_by: row.authorId },
  }
}
