import { makeUuid } from '#platform/ids'
import type { ProtectionKind } from '../rules/changes.ts'

/** The council, as a caller sees it beside a plan. */
export type Contact = {
  readonly name: string
  readonly telephone: string
  readonly outOfHoursTelephone: string
}

export type ShownPlan = {
  readonly kind: ProtectionKind
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
}

/** SNOMED CT codes of the value set England-ChildProtectionPlan. Source: CP-IS FHIR R4 implementation guide, May 2025. */
const codes: Readonly<Record<ProtectionKind, readonly [code: string, display: string]>> = {
  child_protection_plan: ['342191000000101', 'Subject of child protection plan'],
  looked_after: ['764841000000100', 'Looked after child'],
  unborn_plan: ['818901000000100', 'Unborn child subject of child protection plan'],
}

const phone = (value: string, use: 'work' | 'mobile') => ({ system: 'phone', value, use })

/** What a caller is told: the kind of plan, its days and whom to ring, and nothing else of the child. */
export const careTeamBundle = (nhsNumber: string, plans: readonly ShownPlan[], contact: Contact) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: plans.length,
  entry: plans.map(({ kind, startedOn, endedOn }) => {
    const [code, display] = codes[kind]
    const id = makeUuid()
    return {
      fullUrl: `urn:uuid:${id}`,
      search: { mode: 'match' },
      resource: {
        resourceType: 'CareTeam',
        id,
        meta: { profile: ['https://fhir.nhs.uk/England/StructureDefinition/England-CareTeam-Flag'] },
        status: endedOn === null ? 'active' : 'inactive',
        category: [{ coding: [{ system: 'http://snomed.info/sct', code, display }] }],
        name: contact.name,
        subject: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber } },
        period: { start: startedOn.toString(), ...(endedOn === null ? {} : { end: endedOn.toString() }) },
        telecom: [phone(contact.telephone, 'work'), phone(contact.outOfHoursTelephone, 'mobile')],
      },
    }
  }),
})
