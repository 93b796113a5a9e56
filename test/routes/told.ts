import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import { tellAssessment } from './assessmentRoutes.ts'
import type { marking } from './marks.ts'
import type { Told } from './shapes.ts'
import { tell } from './tell.ts'

type Marking = ReturnType<typeof marking>

/** Gives a person a marked row of each kind. */
export async function tellPerson(
  record: TestRecord,
  { mark }: Marking,
  given: {
    readonly personId: Uuid
    readonly familyId: Uuid
    readonly authorId: Uuid
    readonly allocationId: Uuid
    /** Beside the person, on their note. */
    readonly alsoAbout?: readonly Uuid[]
  },
): Promise<Told> {
  const { personId, familyId } = given
  const of = { person_id: personId }
  const a = (table: string) => ({ table, personIds: [personId] })
  const noteId = await tellNote(record, { mark }, given)
  await tell(record, 'significant_event', {
    ...of,
    happened_on: '2026-03-01',
    description: mark(a('significant_event')),
  })
  await tell(record, 'referral', { ...of, received_on: '2026-03-01' })
  await tell(record, 'cp_plan', { ...of, started_on: '2026-03-01' })
  return {
    personId,
    familyId,
    noteId,
    clockId: await tellClock(record, personId),
    alertId: await tell(record, 'alert', {
      ...of,
      kind: 'other',
      description: mark(a('alert')),
      started_on: '2026-03-01',
    }),
    taskId: await tell(record, 'task', { ...of, worker_id: given.authorId, title: mark(a('task')) }),
    involvementId: await tell(record, 'involvement', {
      ...of,
      professional_name: mark({ ...a('involvement'), workerId: null }),
      role: 'teacher',
      started_on: '2026-03-01',
    }),
    allocationId: given.allocationId,
    rowIds: {
      ...(await tellIdentity(record, { mark }, given)),
      assessment: await tellAssessment(record, [personId, ...(given.alsoAbout ?? [])]),
    },
  }
}

type Person = { readonly personId: Uuid; readonly familyId: Uuid }

async function tellIdentity(
  record: TestRecord,
  { mark }: Pick<Marking, 'mark'>,
  { personId, familyId }: Person,
): Promise<Told['rowIds']> {
  const of = { person_id: personId }
  const a = (table: string) => ({ table, personIds: [personId] })
  const secret = { ...a('person_address'), isConfidential: true }
  await tell(record, 'person_address', {
    ...of,
    kind: 'refuge',
    lines: mark(secret),
    is_confidential: true,
    started_on: '2026-01-01',
  })
  return {
    name: await tell(record, 'person_name', {
      ...of,
      kind: 'known_as',
      given: 'Childe',
      family: mark(a('person_name')),
      is_main: false,
    }),
    identifier: await tell(record, 'person_identifier', {
      ...of,
      kind: 'la_child_id',
      value: mark(a('person_identifier'), false),
    }),
    address: await tell(record, 'person_address', {
      ...of,
      lines: mark({ ...a('person_address'), isConfidential: false }),
      started_on: '2025-01-01',
    }),
    contact: await tell(record, 'person_contact', {
      ...of,
      kind: 'mobile',
      value: mark(a('person_contact')),
    }),
    family: await tell(record, 'family_member', {
      ...of,
      family_id: familyId,
      role: 'child',
      started_on: '2019-01-01',
      ended_on: '2019-02-01',
    }),
    document: await tellDocument(record, personId),
    letter: await tellLetter(record, personId),
  }
}

async function tellNote(
  record: TestRecord,
  { mark }: Pick<Marking, 'mark'>,
  given: { readonly personId: Uuid; readonly authorId: Uuid; readonly alsoAbout?: readonly Uuid[] },
): Promise<Uuid> {
  const noteId = makeUuid()
  const personIds = [given.personId, ...(given.alsoAbout ?? [])]
  const happened = { happened_at: '2026-03-02T10:00:00Z', kind: 'visit', outcome: 'held' }
  const body = mark({ table: 'note', personIds, authorId: given.authorId })
  await tell(record, 'note', { ...happened, author_id: given.authorId, body, person_ids: personIds }, noteId)
  for (const personId of personIds) {
    const own_words = mark({ table: 'note_person', personIds: [personId] })
    await tell(record, 'note_person', { ...happened, note_id: noteId, person_id: personId, own_words })
  }
  return noteId
}

function tellClock(record: TestRecord, personId: Uuid): Promise<Uuid> {
  return tell(record, 'clock', {
    person_id: personId,
    definition_id: 'CP_VISIT',
    definition_version: 1,
    trigger_kind: 'cp_plan',
    trigger_id: makeUuid(),
    trigger_on: '2026-03-01',
    due_on: '2026-03-15',
    due_at: '2026-03-15T23:59:59Z',
    limit_value: 10,
    limit_unit: 'working_days',
    outcome: 'open',
  })
}

/** A file that no scanner has seen: listed, never opened. */
async function tellDocument(record: TestRecord, personId: Uuid): Promise<Uuid> {
  const nothing = Buffer.alloc(32)
  const id = await tell(record, 'document', {
    person_ids: [personId],
    kind: 'report',
    title: 'A report',
    direction: 'in',
    media_type: 'application/pdf',
    file_name: 'report.pdf',
    size_bytes: 1,
    sha256: nothing,
    original_sha256: nothing,
    stored_key: nothing.toString('hex'),
  })
  await tell(record, 'document_person', { document_id: id, person_id: personId })
  return id
}

async function tellLetter(record: TestRecord, personId: Uuid): Promise<Uuid> {
  const id = await tell(record, 'letter', {
    person_ids: [personId],
    template: 'appointment',
    recipient_person_id: personId,
    recipient_relation: 'the child',
    body: JSON.stringify({
      subject: 'Us',
      text: 'Come on Monday.',
      enclosed: null,
      recipientName: 'The child',
      dated: null,
      address: null,
    }),
  })
  await tell(record, 'letter_person', { letter_id: id, person_id: personId })
  return id
}
