import { Fields } from '#modules/casework'
import type { Work } from '#platform/db'
import { SUBMISSION_FIELD } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { codesOf } from '#reference'
import type { FormIssue } from '#ui'
import {
  type Channel,
  type ContactWanted,
  longestFromPublic,
  longestWorries,
  type Referrer,
} from '../../rules/contactWanted.ts'
import { writtenChannels } from '../../rules/contactWords.ts'
import { parsePeople } from './parsePeople.ts'
import { type Typed, typed } from './personFields.ts'
import { parseReceivedAt } from './receivedAt.ts'

/** Who fills the form in: a worker for somebody else, a partner who signs in, or anyone. */
export type FormKind = 'worker' | 'partner' | 'public'

/** What is known of somebody who signs in and sends in their own name. */
export type Sender = Omit<Referrer, 'isAnonymous' | 'telephone'> & { readonly telephone: string | null }

export type ParsedContact =
  | { readonly ok: true; readonly wanted: ContactWanted }
  | { readonly ok: false; readonly issues: readonly FormIssue[] }

const LINE = 200
const LONG = 10_000
/** A box that people do not see and programs fill in. Whoever fills it in is asked again: nothing is dropped unseen. */
export const TRAP = 'website'

/** Reads the form. @param sender the partner who signs in, null otherwise */
export function parseContact(
  sent: Typed,
  kind: FormKind,
  sender: Sender | null,
  { now, today }: Pick<Work, 'now' | 'today'>,
): ParsedContact {
  const fields = new Fields(sent)
  const isPublic = kind === 'public'
  const submission = parseUuid(typed(sent, SUBMISSION_FIELD))
  const worries = fields.text(
    'worries',
    isPublic ? longestFromPublic : longestWorries,
    'Enter what worries you, or what you want to tell us',
  )
  const channel = channelOf(fields, kind)
  const receivedAt = kind === 'worker' ? parseReceivedAt(fields, sent, now) : now
  const isTicked = typed(sent, 'danger_now') === 'yes'
  const danger = fields.text('danger', LONG, isTicked ? 'Enter what the danger is' : undefined)
  const isDanger = isTicked || danger !== null // without JavaScript the box for words is there before the tick
  const referrer = sender ? ownDetails(fields, sender) : referrerFrom(fields, sent, isPublic)
  const people = parsePeople(fields, sent, today)
  if (typed(sent, TRAP) !== '') fields.problem(TRAP, 'Leave this box empty, then send again')
  const rest = restOf(fields, sent)
  if (submission === null) fields.problem('worries', 'Open the form again and send it from there')
  if (
    fields.issues.length > 0 ||
    worries === null ||
    channel === null ||
    receivedAt === null ||
    submission === null
  )
    return { ok: false, issues: fields.issues }
  return {
    ok: true,
    wanted: {
      channel,
      receivedAt,
      referrer,
      worries: worries.replaceAll('\r\n', '\n'),
      isDanger,
      danger,
      people,
      submission,
      ...rest,
    },
  }
}

function channelOf(fields: Fields, kind: FormKind): Channel | null {
  if (kind === 'public') return 'public_form'
  if (kind === 'partner') return 'partner_form'
  return fields.choice('channel', writtenChannels, 'Select how it reached you')
}

/** Every other answer; all may be left out. */
function restOf(fields: Fields, sent: Typed) {
  const knows = typed(sent, 'family_knows')
  return {
    strengths: fields.text('strengths', LONG),
    wanted: fields.text('wanted', LONG),
    communication: fields.text('communication', LONG),
    familyKnows: knows === 'yes' ? true : knows === 'no' ? false : null,
    familyKnowsNotBecause: knows === 'no' ? fields.text('family_knows_not_because', LONG) : null,
    addressLines: fields.text('address_lines', 500),
    addressPostcode: fields.text('address_postcode', 12),
  }
}

function referrerFrom(fields: Fields, sent: Typed, isPublic: boolean): Referrer {
  const isAnonymous = fields.isTicked('anonymous', 'yes')
  const source = codesOf('referralSource').find(code => code === sent['source']) ?? null
  if (isAnonymous) return { ...nobody, isAnonymous, source: source ?? '9' }
  const organisationId: Uuid | null = isPublic ? null : parseUuid(typed(sent, 'organisation_id'))
  return {
    source,
    isAnonymous,
    name: fields.text('referrer_name', LINE),
    role: fields.text('referrer_role', LINE),
    organisationId,
    organisation: fields.text('organisation', LINE),
    telephone: fields.text('referrer_telephone', 40),
    email: fields.text('referrer_email', LINE),
  }
}

const nobody = {
  name: null,
  role: null,
  organisationId: null,
  organisation: null,
  telephone: null,
  email: null,
}

/** What Kith knows of whoever signs in is not asked again; where to ring them may differ today. */
const ownDetails = (fields: Fields, sender: Sender): Referrer => ({
  ...sender,
  isAnonymous: false,
  telephone: fields.text('referrer_telephone', 40) ?? sender.telephone,
})
