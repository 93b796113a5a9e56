import { type Fields, type FormValues, momentValues, parseMoment, ticksOf, typedOf } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { markWords, noticedWords, readSize } from '../../body-map/markWords.ts'
import { outlineOf, regionAt, regionOf } from '../../body-map/outlines/index.ts'
import type { MarkWanted } from '../../commands/recordMark.ts'
import type { Mark } from '../../queries/marksOf.ts'
import { codesIn } from '../../rules/enquiryWords.ts'

/** For whom a mark is written down. */
export type MarkContext = {
  readonly personId: Uuid
  readonly enquiryId: Uuid | null
  readonly isBaby: boolean
  /** The mark to be corrected. */
  readonly corrects: Mark | null
  readonly me: string
  readonly now: Temporal.Instant
}

export const markOrder = [
  'region',
  'kind',
  'site',
  'length',
  'width',
  'shape',
  'colour',
  'noticed',
  'isMobile',
  'seenBy',
  'seenByName',
  'seen',
  'seen-time',
  'childWords',
  'explanation',
  'explainedBy',
  'withdrawn',
  'reason',
] as const

/** What the form is filled with first: for a correction, what stands there. */
export function freshMark({ isBaby, corrects, now, me }: MarkContext): FormValues {
  if (corrects === null)
    return { view: isBaby ? 'infant_front' : 'front', seenBy: 'me', ...momentValues('seen', now) }
  const isMine = corrects.seenBy === me
  return {
    view: corrects.view,
    region: corrects.region,
    ...(corrects.x === null ? {} : { x: `${corrects.x}`, y: `${corrects.y}` }),
    kind: corrects.kind,
    site: corrects.site ?? '',
    length: corrects.lengthMm === null ? '' : `${corrects.lengthMm / 10}`,
    width: corrects.widthMm === null ? '' : `${corrects.widthMm / 10}`,
    shape: corrects.shape ?? '',
    colour: corrects.colour ?? '',
    noticed: corrects.noticed,
    isMobile: corrects.isMobile === null ? '' : corrects.isMobile ? 'yes' : 'no',
    seenBy: isMine ? 'me' : 'other',
    seenByName: isMine ? '' : corrects.seenBy,
    ...momentValues('seen', corrects.seenAt),
    childWords: corrects.childWords ?? '',
    explanation: corrects.explanation ?? '',
    explainedBy: corrects.explainedBy ?? '',
  }
}

/** The form after somebody pointed at the outline, or chose another one: everything that was typed stays. */
export function pointed(
  sent: FormValues,
): { readonly values: FormValues; readonly isBeside: boolean } | null {
  const { 'at.x': x, 'at.y': y, show, ...typed } = sent
  if (typeof show === 'string') {
    const view = typedOf(sent, 'otherView')
    return { values: { ...typed, view, region: '', x: '', y: '' }, isBeside: false }
  }
  if (typeof x !== 'string' || typeof y !== 'string') return null
  const outline = outlineOf(typedOf(sent, 'view'))
  const region = outline && regionAt(outline, [Number(x), Number(y)])
  if (!region) return { values: typed, isBeside: true }
  return { values: { ...typed, region: region.code, x, y }, isBeside: false }
}

/** Reads a mark; null with the problems noted. */
export function parseMark(fields: Fields, sent: FormValues, context: MarkContext): MarkWanted | null {
  const where = whereOf(fields, sent)
  const kind = fields.choice('kind', codesIn(markWords), 'Select what it looks like')
  const size = (name: 'length' | 'width') => {
    const read = readSize(fields.typed(name))
    return read === 'wrong' ? fields.problem(name, 'Enter centimetres, such as 2 or 1.5') : read
  }
  const noticed = new Set(ticksOf(sent, 'noticed'))
  const isMobile = context.isBaby
    ? fields.choice('isMobile', ['yes', 'no'] as const, 'Select whether the baby moves about on their own')
    : null
  const seenBy = seenByOf(fields, context)
  const seenAt = parseMoment(
    fields,
    'seen',
    { label: 'When it was seen', needed: 'Enter the day on which it was seen' },
    context.now,
  )
  const explanation = fields.text('explanation', 4000)
  const explainedBy = fields.text(
    'explainedBy',
    200,
    explanation === null ? undefined : 'Enter who gave the explanation',
  )
  const reason = context.corrects === null ? null : fields.text('reason', 1000, 'Enter why it is corrected')
  const texts = {
    site: fields.text('site', 200),
    shape: fields.text('shape', 200),
    colour: fields.text('colour', 200),
    childWords: fields.text('childWords', 4000),
    lengthMm: size('length'),
    widthMm: size('width'),
  }
  if (fields.issues.length > 0 || where === null || kind === null || seenBy === null || seenAt === null)
    return null
  return {
    ...texts,
    ...where,
    personId: context.personId,
    enquiryId: context.corrects?.enquiryId ?? context.enquiryId,
    kind,
    noticed: codesIn(noticedWords).filter(code => noticed.has(code)),
    isMobile: isMobile === null ? null : isMobile === 'yes',
    seenBy,
    seenAt,
    explanation,
    explainedBy,
    corrects:
      context.corrects === null || reason === null
        ? null
        : { id: context.corrects.id, reason, isWithdrawn: fields.isTicked('withdrawn', 'yes') },
  }
}

function whereOf(fields: Fields, sent: FormValues): Pick<MarkWanted, 'view' | 'region' | 'x' | 'y'> | null {
  const outline = outlineOf(typedOf(sent, 'view'))
  const region = outline && regionOf(outline, typedOf(sent, 'region'))
  if (!region)
    return fields.problem('region', 'Select the part of the body, or press the place on the outline')
  const [x, y] = [Number(typedOf(sent, 'x') || Number.NaN), Number(typedOf(sent, 'y') || Number.NaN)]
  const isThere = Number.isInteger(x) && Number.isInteger(y) && regionAt(outline, [x, y]) === region
  return { view: outline.code, region: region.code, x: isThere ? x : null, y: isThere ? y : null }
}

function seenByOf(fields: Fields, { me }: MarkContext): string | null {
  const who = fields.choice('seenBy', ['me', 'other'] as const, 'Select who saw it')
  if (who === 'me') return me
  return who === null ? null : fields.text('seenByName', 200, 'Enter the name and role of whoever saw it')
}
