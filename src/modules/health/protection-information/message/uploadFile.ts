import type { Uuid } from '#platform/ids'
import type { ProtectionKind } from '../rules/changes.ts'

/** The council, as the NHS shows it beside a plan. */
export type Sender = {
  readonly authorityCode: string
  readonly name: string
  readonly telephone: string
  readonly outOfHoursTelephone: string
}

/** Whom a line is of; of an unborn child this is the mother. */
export type Subject = {
  readonly nhsNumber: string
  readonly given: string | null
  readonly family: string | null
  readonly born: Temporal.PlainDate | null
  /** Of an unborn child: when it is expected. */
  readonly expectedOn: Temporal.PlainDate | null
}

/** One child's line. */
export type UploadLine = {
  readonly id: Uuid
  readonly kind: ProtectionKind
  readonly subject: Subject
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
  readonly deletedAt: Temporal.Instant | null
}

export type Upload = {
  readonly id: Uuid
  readonly sequence: number
  readonly madeAt: Temporal.Instant
  readonly sender: Sender
  readonly lines: readonly UploadLine[]
}

/** CP-IS Domain Message Specification: object identifiers of the message type, of the sequence number, of templates; and of the NHS number. */
export const oids = {
  messageType: '2.16.840.1.113883.2.1.3.2.4.17.470',
  sequence: '2.16.840.1.113883.2.1.3.2.4.18.46',
  template: '2.16.840.1.113883.2.1.3.2.4.18.2',
  nhsNumber: '2.16.840.1.113883.2.1.4.1',
} as const

const plans: Readonly<Record<ProtectionKind, readonly [template: string, element: string]>> = {
  child_protection_plan: ['COCT_TP146101GB01', 'ChildProtectionPlanInformationUpload'],
  looked_after: ['COCT_TP146100GB01', 'LookedAfterChildInformationUpload'],
  unborn_plan: ['COCT_TP146102GB01', 'UnbornChildPlanInformationUpload'],
}

/**
 * The upload (message 01, REPC_MT000002GB01) as XML in UTF-8. Identity, sequence, count, times and templates are those of the published field
 * list; names of elements below a template await the national schema, which is not public, and live in this file alone.
 */
export function uploadFile({ id, sequence, madeAt, sender, lines }: Upload): Buffer {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<REPC_MT000002GB01 xmlns="urn:hl7-org:v3">
<id root="${id.toUpperCase()}"/>
<code code="01" codeSystem="${oids.messageType}"/>
<effectiveTime value="${hl7Time(madeAt)}"/>
<sequenceNumber root="${oids.sequence}" extension="${sequence}"/>
<transmissionQuantity value="${lines.length}"/>
<author><id extension="${asText(sender.authorityCode)}"/><name>${asText(sender.name)}</name><telecom use="WP" value="tel:${asText(sender.telephone)}"/><telecom use="EC" value="tel:${asText(sender.outOfHoursTelephone)}"/></author>
${lines.map(lineOf).join('\n')}
</REPC_MT000002GB01>
`
  return Buffer.from(text, 'utf8')
}

function lineOf({ id, kind, subject, startedOn, endedOn, deletedAt }: UploadLine): string {
  const [template, element] = plans[kind]
  return `<component><id root="${id.toUpperCase()}"/>${subjectOf(kind, subject)}<${element}>${templateId(template, element)}<effectiveTime><low value="${hl7Day(startedOn)}"/>${
    endedOn === null ? '' : `<high value="${hl7Day(endedOn)}"/>`
  }</effectiveTime>${deletedAt === null ? '' : `<deletionTime value="${hl7Time(deletedAt)}"/>`}</${element}></component>`
}

function subjectOf(kind: ProtectionKind, { nhsNumber, given, family, born, expectedOn }: Subject): string {
  const [template, element] =
    kind === 'unborn_plan'
      ? (['COCT_TP145100GB01', 'UnbornChildSubject'] as const)
      : (['COCT_TP145101GB01', 'ChildSubject'] as const)
  return `<${element}>${templateId(template, element)}<id root="${oids.nhsNumber}" extension="${asText(nhsNumber)}"/><name>${
    given === null ? '' : `<given>${asText(given)}</given>`
  }${family === null ? '' : `<family>${asText(family)}</family>`}</name>${born === null ? '' : `<birthTime value="${hl7Day(born)}"/>`}${
    kind !== 'unborn_plan' || expectedOn === null
      ? ''
      : `<expectedDeliveryTime value="${hl7Day(expectedOn)}"/>`
  }</${element}>`
}

const templateId = (template: string, element: string): string =>
  `<templateId root="${oids.template}" extension="${template}#${element}"/>`

const hl7Day = (day: Temporal.PlainDate): string => day.toString().replaceAll('-', '')

/** yyyymmddhhmmss+ZZzz: a time of day never stands without its offset. */
export function hl7Time(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO('Europe/London')
  const time = local.toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/[-:T]/g, '')
  return `${time}${local.offset.replace(':', '')}`
}

/** Characters that XML 1.0 cannot hold are left out; the rest that mean something to it are written as entities. */
const asText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be left out
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
