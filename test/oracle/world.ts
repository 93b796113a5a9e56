import type { UserClass } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Attendance, PartnerNotice, PartnerReader, VisitNotice } from './toldFromOutside.ts'

/** A small county for the oracle: plain facts, the same that a random world writes into the database. */
export type World = {
  readonly now: Temporal.Instant
  /** Whether the record is read as it was known at a past moment; what holds is what holds now. */
  readonly isPast?: boolean
  readonly workers: readonly {
    readonly id: Uuid
    readonly class: UserClass
    readonly leftAt: Temporal.Instant | null
    /** Whose worker they are; nobody's when left out. */
    readonly organisationId?: Uuid | null
  }[]
  readonly teams: readonly { readonly id: Uuid; readonly areaId: Uuid | null; readonly kind: string }[]
  readonly posts: readonly (Dated & {
    /** Of a post that somebody covers. */
    readonly id?: Uuid
    /** Of cover: the post that it stands in for. */
    readonly coversId?: Uuid
    readonly workerId: Uuid
    readonly teamId: Uuid | null
    readonly areaId: Uuid | null
    readonly role: string
  })[]
  readonly shifts: readonly {
    readonly workerId: Uuid
    readonly startsAt: Temporal.Instant
    readonly endsAt: Temporal.Instant
  }[]
  readonly people: readonly {
    readonly id: Uuid
    readonly createdBy: Uuid | null
    readonly createdAt: Temporal.Instant
  }[]
  readonly familyMembers: readonly (Dated & {
    readonly familyId: Uuid
    readonly personId: Uuid
    readonly role: 'child' | 'adult'
  })[]
  readonly allocations: readonly (Dated & {
    readonly personId: Uuid
    readonly teamId: Uuid
    readonly workerId: Uuid | null
    readonly role: 'lead_social_worker' | 'co_worker' | 'lead_practitioner' | 'conference_chair' | 'queue'
  })[]
  readonly involvements: readonly (Dated & { readonly personId: Uuid; readonly workerId: Uuid })[]
  /** Who leads the child protection work with a child, beside whatever else ties them to it. */
  readonly protectionLeads: readonly (Dated & { readonly personId: Uuid; readonly workerId: Uuid })[]
  /** Who of a team works on what with whom of a family. */
  readonly strands: readonly Strand[]
  readonly openings: readonly {
    readonly actorId: Uuid
    readonly subjectId: Uuid
    readonly kind: 'break_glass' | 'duty' | 'director' | 'reference'
    readonly openedAt: Temporal.Instant
    readonly endsAt: Temporal.Instant
  }[]
  readonly restrictions: readonly {
    readonly subjectId: Uuid
    readonly startsAt: Temporal.Instant
    readonly endsAt: Temporal.Instant
    readonly members: readonly Uuid[]
  }[]
  /** Workers who know a person in private life: for them the person is not there from the moment that it is said. */
  readonly conflicts: readonly {
    readonly workerId: Uuid
    readonly personId: Uuid
    readonly startsAt: Temporal.Instant
    readonly endsAt: Temporal.Instant
  }[]
  readonly contacts: readonly Contact[]
  readonly meetings: readonly Meeting[]
  /** Who is kept from finding whom: it counts from the moment that it is raised. */
  readonly walls: readonly {
    readonly fromId: Uuid
    readonly protectedIds: readonly Uuid[]
    readonly startsAt: Temporal.Instant
    readonly endsAt: Temporal.Instant
  }[]
  readonly attendances: readonly Attendance[]
  readonly organisations: readonly { readonly id: Uuid; readonly kind: string }[]
  readonly partnerNotices: readonly PartnerNotice[]
  /** Sessions that somebody gave to a safeguarding lead of a school. */
  readonly leadSessions: readonly {
    readonly schoolId: Uuid
    readonly leadId: Uuid
    readonly supervisorId: Uuid
  }[]
  readonly transfers: readonly {
    readonly personId: Uuid
    /** The team that is asked to take the child over; null for another authority. */
    readonly toTeamId: Uuid | null
    readonly requestedBy: Uuid
    readonly requestedAt: Temporal.Instant
    readonly isDecided: boolean
  }[]
}

/** One person's need, one aim, one worker of the team; open from the day it is offered to the end of its last. */
export type Strand = Dated & {
  readonly id: Uuid
  readonly familyId: Uuid
  readonly personId: Uuid
  readonly teamId: Uuid
  readonly workerId: Uuid | null
  readonly discipline:
    | 'social_work'
    | 'family_support'
    | 'mental_health'
    | 'substance_misuse'
    | 'domestic_abuse'
  /** Of domestic abuse alone. */
  readonly worksWith: 'victim' | 'perpetrator' | null
}

/** What somebody told the front door: whom the team has found of the people it names, and whether it has decided. */
export type Contact = {
  readonly id: Uuid
  readonly teamId: Uuid
  /** Null when it came by the public form. */
  readonly createdBy: Uuid | null
  readonly receivedAt: Temporal.Instant
  readonly isDecided: boolean
  /** People of the record with whom it is matched, but for those taken out of it again. */
  readonly personIds: readonly Uuid[]
  /** People who were matched and taken out of it again. */
  readonly removedIds: readonly Uuid[]
}

/** A meeting about children, and until when it shows its papers to those who come to it. */
export type Meeting = {
  readonly id: Uuid
  readonly kind: 'strategy' | 'initial' | 'review' | 'core_group'
  readonly personIds: readonly Uuid[]
  readonly chairId: Uuid | null
  readonly administratorId: Uuid | null
  readonly papersUntil: Temporal.PlainDate
  readonly isCancelled: boolean
  readonly invitations: readonly Invitation[]
}

/** Somebody asked to a meeting: a worker, or a person of the family. */
export type Invitation = {
  readonly id: Uuid
  readonly meetingId: Uuid
  readonly workerId: Uuid | null
  readonly personId: Uuid | null
  readonly isWithdrawn: boolean
}

/** First and last day, both counted, London; open-ended when null. */
export type Dated = { readonly startedOn: Temporal.PlainDate; readonly endedOn: Temporal.PlainDate | null }

/** A row of some table, as far as who may see it depends on it. */
export type Row = {
  /** Table of the record: 'person', 'note', 'cp_plan' ... */
  readonly table: string
  /** Everyone the row is about; a relationship has two, a note may have several. */
  readonly personIds: readonly Uuid[]
  /** Who wrote it; of a task, who set it. */
  readonly authorId?: Uuid
  /** Who wrote the paper that the row belongs to, or what it corrects, where somebody else wrote the row. */
  readonly writerId?: Uuid
  /** Of legal advice: whom it names. Of a session of supervision and its parts, and of a draw: who audits it and has not done. */
  readonly readerIds?: readonly Uuid[]
  /** Of a note_person: whether the note itself names the person. */
  readonly isNamed?: boolean
  /** Of a note_person and of a tie to a file: everyone whom the note or the file is about. */
  readonly notePersonIds?: readonly Uuid[]
  /** Of an address. */
  readonly isConfidential?: boolean
  /** Of a family (its own id), of a family_member, and of the household that belongs to a family. */
  readonly familyId?: Uuid
  /** Of an allocation ('queue', 'co_worker' ...) and of a family_member ('child' or 'adult'). */
  readonly role?: string
  /** Whom an allocation or an involvement gives access, null or left out when it gives nobody any; who is to do a task. */
  readonly workerId?: Uuid | null
  /** Of a transfer: the team that is asked, null for another authority. Of an allocation: whose it is. */
  readonly teamId?: Uuid | null
  /** Of an approval, a transfer, an assessment and their parts: whether it is decided, authorised or abandoned. */
  readonly isClosed?: boolean
  /** Of an approval and a clock: whether it is of the plan of a child in need. */
  readonly isOfPlan?: boolean
  /** Of a part that tells of somebody besides the people above it: whose view or need, or to whom it was shown. */
  readonly aboutId?: Uuid
  /** Of what is said of two adults in the record of a child: the second. */
  readonly alsoAboutId?: Uuid
  /** Of a wellbeing check: whether the manager is let read it. */
  readonly isShared?: boolean
  /** Of what is written of the work on a strand. */
  readonly strandId?: Uuid
  /** Of a strand and of a clinical note. */
  readonly discipline?: string
  /** Of a contact and everything beneath it. */
  readonly contactId?: Uuid
  /** Of a visit to hospital and everything of it, and of a notice of one. */
  readonly attendanceId?: Uuid
  readonly noticeKind?: VisitNotice['kind']
  /** Of what the police or a school told and everything of it, and of whom it is told. */
  readonly noticeId?: Uuid
  readonly readerKind?: PartnerReader['kind']
  /** Of a meeting and everything of it, of a paper and a copy that were made for one, of a file that was brought to one and its parts. */
  readonly meetingId?: Uuid
  /** Of a contribution and of a part of a paper: what more it takes to read it. */
  readonly dataClass?: 'B3' | 'C3' | 'C4'
  /** Of police intelligence and of a clinical note: the organisation that it came from. */
  readonly originatorId?: Uuid
  /** Of the same: whom its originator lets read it besides. */
  readonly allowedIds?: readonly Uuid[]
  /** Of a part of a paper: whom its words name. */
  readonly namedIds?: readonly Uuid[]
  /** Of a paper and its parts: whether an agency wrote it for the meeting. */
  readonly isOfAgency?: boolean
  /** Of what happened to a copy or was said of it: whether its recipient says so. */
  readonly isByRecipient?: boolean
  /** Of a copy: who has approved it so far. */
  readonly approverIds?: readonly Uuid[]
  /** Of a copy: whether the checks met something in it. */
  readonly hasFindings?: boolean
  /** Of a copy and what hangs from it: how far it has come. */
  readonly stage?: 'composed' | 'approved' | 'released'
  /** Of what an agency told: whether somebody waits for its author to answer. */
  readonly isAwaited?: boolean
  /** Of what an agency says that it holds: whether the service is sensitive. */
  readonly isSensitive?: boolean
  /** Of somebody named in a contact: whether that is a person of the record. */
  readonly isMatched?: boolean
}
