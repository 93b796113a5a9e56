import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import { agencyValues } from './agencyRows.ts'
import { attendanceValues } from './attendanceRows.ts'
import { disputeValues } from './disputeRows.ts'
import { enquiryValues } from './enquiryRows.ts'
import { factValues } from './factValues.ts'
import { harmValues } from './harmValues.ts'
import type { KnownRow } from './knownRow.ts'
import { meetingFactValues, meetingValues } from './meetingValues.ts'
import { paperValues } from './paperValues.ts'
import { parentsOf } from './parentRows.ts'
import { partnerValues } from './partnerRows.ts'
import { schoolValues } from './schoolRows.ts'
import { sharedValues } from './sharedRows.ts'
import { staffValues } from './staffRows.ts'
import { strandRowValues } from './strandRows.ts'
import { type Table, tableNamed } from './tables.ts'
import { toldToOthersValues } from './toldToOthersRows.ts'
import type { Values } from './values.ts'
import { workforceValues } from './workforceRows.ts'
import type { World } from './world.ts'

/**
 * Everything that a table asks for, plainly invented, so that nothing but its policy can refuse the row.
 * @param again another row about the same people beside the first: where something must be unique, it is
 */
export function rowValues(world: World, row: KnownRow, again = false): Values {
  const table = tableNamed(row.table)
  const word = `${again ? 'again ' : ''}${row.id}`
  const today = londonDate(world.now)
  const on = again ? today : today.subtract({ days: 1 })
  const values = ownValues(table, world, row, { word, on, again })
  if (table === 'strand' && again) return { ...values, worker_id: null, ended_on: null, end_reason: null }
  const from = table === 'transfer' ? { moves_id: row.id, from_team_id: world.teams[0]?.id } : {}
  return { ...values, ...from, ...givingValues(table, row, again ? today : null) }
}

function ownValues(
  table: Table,
  world: World,
  row: KnownRow,
  { word, on, again }: { readonly word: string; readonly on: Temporal.PlainDate; readonly again: boolean },
): Values {
  const { fact } = row
  if (fact === undefined) {
    const several =
      paperValues(world, row, word, again) ??
      meetingValues(world, row, word, again) ??
      disputeValues(world, row, word, again) ??
      strandRowValues(world, row, word) ??
      sharedValues(world, row, word) ??
      workforceValues(world, row, word) ??
      staffValues(world, row, word, again) ??
      toldToOthersValues(world, row, word) ??
      attendanceValues(world, row, word, again) ??
      partnerValues(world, row, word) ??
      agencyValues(world, row, word, again) ??
      schoolValues(world, row, word, again)
    return several ?? madeValues(table, world, row, word, on)
  }
  const isOfMeeting = 'papersUntil' in fact || 'meetingId' in fact
  return isOfMeeting ? meetingFactValues(fact, word, again) : factValues(table, fact, word)
}

/** What a row that gives access says of it. One that is added counts today only: a child has one lead at a time. */
function givingValues(table: Table, row: KnownRow, today: Temporal.PlainDate | null): Values {
  const person = row.personIds[0]
  const dates = today === null ? {} : { started_on: today, ended_on: today }
  if (table === 'family_member')
    return { person_id: person, family_id: row.familyId, role: row.role, ...dates }
  if (table === 'allocation')
    return { person_id: person, team_id: row.teamId, worker_id: row.workerId, role: row.role, ...dates }
  if (table === 'involvement') {
    const professional = row.workerId == null ? { professional_name: 'Nurse Madeup' } : {}
    return { person_id: person, worker_id: row.workerId, role: 'health_visitor', ...professional, ...dates }
  }
  if (table === 'protection_lead') return { person_id: person, worker_id: row.workerId, ...dates }
  return {}
}

/** A row of any other table. */
function madeValues(table: Table, world: World, row: KnownRow, word: string, on: Temporal.PlainDate): Values {
  const [person, other] = row.personIds
  const own: Partial<ReturnType<typeof parentsOf>> = person === undefined ? {} : parentsOf(person)
  const at = world.now.subtract({ hours: 30 })
  const worker: Uuid | undefined = world.workers[0]?.id
  const of = { person_id: person }
  const made: Readonly<Record<string, Values>> = {
    organisation: { name: word, kind: world.organisations.find(one => one.id === row.id)?.kind ?? 'other' },
    service_area: { name: word },
    worker_registration: { worker_id: worker, body: 'Invented body', number: word },
    setting: { key: word, value: {} },
    class_mapping: { claim: 'group', value: word, class: 'practitioner' },
    partner_system: {
      organisation_id: world.workers[0]?.organisationId,
      name: word,
      codes: ['RZZ'],
      scopes: [],
      keys: {},
      started_on: on,
    },
    import_run: { kind: 'workers', file_sha256: word },
    family: { reference: word },
    household: { family_id: row.familyId, label: word },
    household_member: { ...of, household_id: row.householdId, started_on: on },
    note: { person_ids: row.personIds, author_id: row.authorId, kind: 'visit', happened_at: at, body: word },
    note_person: { ...of, note_id: row.noteId, kind: 'visit', outcome: 'held', happened_at: at },
    relationship: { ...of, other_id: other, kind: 'friend' },
    not_same_person: { ...inOrder(row.personIds), why: word, said_by: worker },
    merge: {
      survivor_id: person,
      merged_id: other,
      evidence: word,
      evidence_kinds: ['other'],
      choices: {},
      asked_by: worker,
    },
    merge_row: {
      merge_id: row.paperId,
      table_name: 'person',
      row_id: row.id,
      column_name: 'religion',
    },
    relationship_quality: { ...of, other_id: other, quality: 'close', noted_on: on, remark: word },
    adult_relationship_quality: {
      ...{ ...of, adult_id: row.aboutId, other_adult_id: row.alsoAboutId },
      ...{ quality: 'conflict', noted_on: on, remark: word },
    },
    pregnancy_end: { ...of, mother_id: row.aboutId, kind: 'miscarriage', ended_on: on, source: word },
    twin_likeness: { ...of, other_id: other, likeness: 'identical', source: word },
    person_address: { ...of, lines: word, is_confidential: row.isConfidential ?? false },
    person_name: { ...of, given: 'Childe', family: word, kind: 'alias', is_main: false },
    person_identifier: { ...of, kind: 'other', value: word },
    person_disability: { ...of, code: 'MOB' },
    person_contact: { ...of, kind: 'mobile', value: word },
    alert: { ...of, kind: 'other', description: word, started_on: on },
    significant_event: { ...of, happened_on: on, description: word },
    task: { ...of, worker_id: row.workerId, set_by: row.authorId, title: word },
    referral: { ...of, received_on: on },
    assessment: { ...of, referral_id: own.referral, started_on: on, authorised_on: row.isClosed ? on : null },
    assessment_factor: {
      ...of,
      assessment_id: row.isClosed ? own.authorised : own.assessment,
      code: word,
    },
    assessment_event: {
      ...of,
      assessment_id: own.assessment,
      kind: 'checkpoint',
      happened_on: on,
      at_day: 10,
    },
    cin_plan: { ...of, referral_id: own.referral, started_on: on },
    s47_enquiry: { ...of, referral_id: own.referral, started_on: on },
    conference: { ...of, kind: 'initial', held_on: on },
    pre_proceedings: { ...of, started_on: on },
    ...preProceedingsValues({ ...of, recipient_id: row.aboutId }, own.pre_proceedings, word, on),
    protection_team: { name: word, started_on: on },
    protection_team_member: {
      protection_team_id: row.paperId,
      professional_name: word,
      discipline: 'health',
      started_on: on,
    },
    legal_advice: {
      person_ids: row.personIds,
      matter: word,
      advice: word,
      given_by: 'Counsel Madeup',
      given_on: on,
      author_id: row.authorId,
      reader_ids: row.readerIds,
    },
    cp_plan: {
      ...of,
      started_on: londonDate(world.now).subtract({ days: 40 }), // the day of its conference (parentRows)
      ended_on: on.equals(londonDate(world.now)) ? null : on, // one that is added runs: a child has one at a time
      initial_category: 'NEG',
      meeting_id: own.meeting,
    },
    cp_review: { ...of, cp_plan_id: own.cp_plan, held_on: on },
    core_group: { ...of, cp_plan_id: own.cp_plan, held_on: on },
    cp_category: { ...of, cp_plan_id: own.cp_plan, category: 'NEG', since_on: on, reasons: word },
    core_group_member: {
      ...of,
      cp_plan_id: own.cp_plan,
      member_id: row.aboutId ?? person,
      since_on: on,
      part: word,
    },
    core_group_record: {
      ...of,
      core_group_id: own.core_group,
      what_changed: word,
      plan_changed: false,
      child_words: word,
    },
    transfer_in: { ...of, from_authority: word, told_on: on, is_permanent: true },
    clock: { ...of, ...clockValues(row.id, row.isOfPlan ? 'CIN_VISIT' : word, on) },
    ...planValues(own, of, word, on, row.aboutId),
    ...enquiryValues(person, word, at),
    ...harmValues(world.now, row, word, on),
    import_finding: { ...of, import_run_id: row.id, element: 'Invented', severity: 'doubted', problem: word },
  }
  return made[table] ?? {}
}

/** The lower id first, so that two people are said of once. */
function inOrder(personIds: readonly Uuid[]): Values {
  const [person_id, other_id] = [...personIds].sort()
  return { person_id, other_id }
}

/** The plan of a child in need, and what else is said of one child. */
function planValues(
  own: Partial<ReturnType<typeof parentsOf>>,
  of: Values,
  word: string,
  on: Temporal.PlainDate,
  aboutId: Uuid | undefined,
): Readonly<Record<string, Values>> {
  const plan = { ...of, plan_kind: 'cin_plan', plan_id: own.cin_plan }
  return {
    need: {
      ...of,
      kind: 'housing',
      noted_on: on,
      noted_by_discipline: 'social_work',
      description: word,
      adult_id: aboutId ?? null,
    },
    plan_outcome: { ...plan, outcome: word },
    plan_action: { ...of, outcome_id: own.plan_outcome, what: word, due_on: on, owner_name: 'Somebody' },
    plan_review: {
      ...plan,
      held_on: on,
      progress: word,
      decision: 'continue',
      child_view: word,
      parent_view: word,
    },
    plan_share: { ...plan, recipient_id: aboutId, shared_on: on, how: 'post' },
    cin_closure: {
      ...of,
      plan_id: own.cin_plan,
      closing_id: own.cin_plan,
      ends_on: on,
      end_reason: 'outcomes_met',
      closes_case: false,
      achieved: word,
      what_next: word,
      turns_to: word,
    },
    ecomap_link: { ...of, kind: 'agency', label: word, strength: 'strong', noted_on: on },
  }
}

/** What hangs on the pre-proceedings of one child, and to whom a family’s meeting was offered. */
function preProceedingsValues(
  of: Values,
  parent: Uuid | undefined,
  word: string,
  on: Temporal.PlainDate,
): Readonly<Record<string, Values>> {
  const { recipient_id, ...child } = of
  const part = { ...child, pre_proceedings_id: parent }
  const met = { held_on: on, came: word }
  return {
    family_group_offer: { ...part, recipient_id, offered_on: on, how: 'in_person' },
    family_group_meeting: { ...part, ...met, child_came: true, authority_agrees: word },
    pre_proceedings_meeting: { ...part, ...met, kind: 'review', agreed: word },
    pre_proceedings_extension: { ...part, weeks: 2, decided_on: on, reasons: word },
  }
}

function clockValues(id: Uuid, word: string, on: Temporal.PlainDate): Values {
  return {
    definition_id: word,
    definition_version: 1,
    trigger_kind: 'referral',
    trigger_id: id,
    trigger_on: on,
    due_on: on,
    due_at: `${on}T12:00:00Z`,
    limit_value: 1,
    limit_unit: 'working_days',
    outcome: 'open',
  }
}
